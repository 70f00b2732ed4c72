package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.OwnFrame;
import dev.ingot.core.error.RootCause;
import dev.ingot.core.event.StepState;
import java.time.Duration;

/** Turns whatever a step threw into something that its user can act on. */
final class EngineErrors {
    private EngineErrors() {}

    /** @param addition what else there is to say, possibly empty */
    static IngotException timedOut(StepState step, Duration longest, String addition) {
        return new IngotException(Diagnostic.of(ErrorCode.TIMED_OUT, "Materializing " + step.asset() + " took too long")
                .at(place(step))
                .because("its definition allows " + longest.toMillis() / 1000.0 + " s"
                        + (addition.isEmpty() ? "" : "; " + addition))
                .help("allow more with timeout(…) in its definition, or make it faster")
                .help(log(step)));
    }

    /** What somebody made for the user keeps its words; of everything else the root cause and the asset's own line are told. */
    static IngotException of(Asset asset, StepState step, Throwable failure) {
        for (Throwable cause : RootCause.chain(failure)) {
            if (cause instanceof IngotException told) {
                return new IngotException(placed(told.diagnostic(), step).help(log(step)), failure);
            }
        }
        Throwable root = RootCause.of(failure);
        ErrorCode code = String.valueOf(root.getMessage()).contains("No space left on device")
                ? ErrorCode.DISK_FULL
                : ErrorCode.STEP_FAILED;
        String frame =
                OwnFrame.of(failure, asset.getClass()).map(line -> "\n" + line).orElse("");
        return new IngotException(
                Diagnostic.of(code, "Materializing " + step.asset() + " failed")
                        .at(place(step) + frame)
                        .because(RootCause.text(failure))
                        .help(
                                code == ErrorCode.DISK_FULL
                                        ? "make room on the disk, then run the command again: it continues"
                                        : null)
                        .help(isOutOfMemory(root) ? "give the process more memory: INGOT_JAVA_OPTS=-Xmx8g" : null)
                        .help(log(step)),
                failure);
    }

    /** Of what a task ran into, no more than the text may be known here. */
    private static boolean isOutOfMemory(Throwable root) {
        return root instanceof OutOfMemoryError
                || String.valueOf(root.getMessage()).contains(OutOfMemoryError.class.getName());
    }

    /** What a step threw cannot be told: asking it for its words failed with an exception of this kind. */
    static IngotException untellable(StepState step, Class<?> kind) {
        return new IngotException(Diagnostic.of(ErrorCode.STEP_FAILED, "Materializing " + step.asset() + " failed")
                .at(place(step))
                .because("it ended in a failure that cannot be told: describing it ran into " + kind.getName())
                .help(log(step)));
    }

    private static Diagnostic placed(Diagnostic told, StepState step) {
        return told.at(told.where().map(place -> place + "\n" + place(step)).orElseGet(() -> place(step)));
    }

    private static String place(StepState step) {
        return step.asset() + (step.partitions().isEmpty() ? "" : "@" + step.partitions()) + ", step " + step.id();
    }

    private static String log(StepState step) {
        return "see all of it: ingot runs logs " + step.id().run() + " --step "
                + step.id().number();
    }
}

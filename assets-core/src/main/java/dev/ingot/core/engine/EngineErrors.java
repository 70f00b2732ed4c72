package dev.ingot.core.engine;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import java.util.Locale;

/** Turns whatever a step threw into something that its user can act on. */
final class EngineErrors {
    private EngineErrors() {}

    static IngotException of(StepState step, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IngotException told) {
                return told.diagnostic().where().isPresent()
                        ? told
                        : new IngotException(told.diagnostic().at(place(step)), failure);
            }
        }
        Throwable root = root(failure);
        String text = String.valueOf(root.getMessage());
        ErrorCode code = text.contains("No space left on device") ? ErrorCode.DISK_FULL : ErrorCode.STEP_FAILED;
        Diagnostic diagnostic = Diagnostic.of(code, "Materializing " + step.asset() + " failed")
                .at(place(step))
                .because(kind(root) + firstLines(text))
                .help(
                        code == ErrorCode.DISK_FULL
                                ? "make room on the disk, then run the command again: it continues"
                                : null)
                .help(root instanceof OutOfMemoryError ? "give the process more memory: INGOT_JAVA_OPTS=-Xmx8g" : null);
        return new IngotException(diagnostic, failure);
    }

    private static String place(StepState step) {
        return step.asset() + (step.partitions().isEmpty() ? "" : "@" + step.partitions()) + ", step " + step.id();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String kind(Throwable root) {
        String name = root.getClass().getSimpleName();
        return name.toLowerCase(Locale.ROOT).equals("runtimeexception") ? "" : name + ": ";
    }

    /** Spark's messages can run over pages; the first lines say what happened. */
    private static String firstLines(String text) {
        String[] lines = text.split("\n", 5);
        int most = Math.min(lines.length, 4);
        return String.join(" ", java.util.Arrays.asList(lines).subList(0, most));
    }
}

package dev.ingot.core.engine;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns whatever a step threw into something that its user can act on. */
final class EngineErrors {
    private EngineErrors() {}

    static IngotException nothingToRead(AssetKey asset, AssetKey upstream) {
        return new IngotException(Diagnostic.of(ErrorCode.MISSING_UPSTREAM, "An input of " + asset + " has no slice")
                .at(upstream.toString())
                .because("its source held none of the partitions that were asked for")
                .help("see its partitions with: ingot partitions " + upstream));
    }

    static IngotException noSuchStaged(AssetKey asset, String typed, List<RunId> candidates) {
        List<String> ids = candidates.stream().map(RunId::text).toList();
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_RUN, "No one run '" + typed + "' left uncommitted rows of " + asset)
                        .because(
                                ids.isEmpty()
                                        ? "no check of it has blocked any"
                                        : "those that did are " + String.join(", ", ids))
                        .help(Suggestions.sentence(typed, ids))
                        .help("see what became of a run with: ingot runs show RUN"));
    }

    static IngotException of(StepState step, Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof IngotException told) {
                return told.diagnostic().where().isPresent()
                        ? told
                        : new IngotException(told.diagnostic().at(place(step)), failure);
            }
        }
        Throwable root = root(failure);
        String text = root.getMessage() == null ? "it gives no reason" : root.getMessage();
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
        List<Throwable> causes = causes(failure);
        return causes.get(causes.size() - 1);
    }

    /** The failure and what caused it; libraries do build circles of causes. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
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

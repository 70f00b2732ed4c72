package dev.ingot.cli.command.runs;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;
import java.util.Optional;

/** The failures of naming a run, and of asking for what cannot be done with it. */
final class LookupErrors {
    private LookupErrors() {}

    static IngotException ambiguous(String typed, List<Run> meant) {
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_RUN, meant.size() + " runs begin with '" + typed + "'")
                        .because("among them " + meant.get(0).id() + " and "
                                + meant.get(1).id())
                        .help("type more of the id"));
    }

    static IngotException several(String status, List<Run> meant) {
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_RUN, meant.size() + " runs are " + status)
                .because("the newest are " + meant.get(0).id() + " and "
                        + meant.get(1).id())
                .help("say which: its id, or the beginning of it"));
    }

    /** The run has no such step. */
    static IngotException noSuchStep(String typed, Run run, List<StepState> steps) {
        List<String> keys = steps.stream().map(step -> step.asset().toString()).toList();
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "Run " + run.id() + " has no step '" + typed + "'")
                        .because("it has the steps 1 to " + steps.size())
                        .help(Suggestions.sentence(typed, keys))
                        .help("see its steps with: ingot runs show " + run.id()));
    }

    static IngotException followsAsTextOnly() {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "A log that is followed is no single JSON document")
                        .help("leave out --follow, or -o json"));
    }

    /** Nobody said which run, and none offers itself. */
    static IngotException nothingTo(String wish, String why, Optional<Run> newest) {
        String last = newest.map(run -> "; the last one, " + run.id() + ", has the status "
                        + run.status().text())
                .orElse("; there has been none yet");
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_RUN, "There is nothing to " + wish)
                .because(why + last)
                .help("see the newest runs with: ingot runs list"));
    }

    /** The run is in a state in which that makes no sense. */
    static IngotException wrongState(Run run, String wish) {
        boolean ended = run.status().isFinal() && !run.status().isResumable();
        Diagnostic diagnostic = Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "Run " + run.id() + " cannot be " + wish)
                .because(ended ? "it has already ended: " + run.status().text() : "it " + state(run));
        return new IngotException(next(run).map(diagnostic::help).orElse(diagnostic));
    }

    private static String state(Run run) {
        return switch (run.status()) {
            case RUNNING -> "is running, by " + run.holder();
            case DIED -> "died: its process is gone";
            default -> "is " + run.status().text();
        };
    }

    private static Optional<String> next(Run run) {
        return switch (run.status()) {
            case RUNNING -> Optional.of("pause or cancel it first: ingot runs cancel " + run.id());
            case PAUSED, DIED -> Optional.of("go on with it: ingot runs resume " + run.id());
            case FAILED, BLOCKED, CANCELLED ->
                Optional.of("try what is left of it again: ingot runs retry " + run.id());
            case SUCCEEDED -> Optional.of("bring everything up to date again: ingot materialize");
        };
    }
}

package dev.ingot.core.run;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.event.RunStatus;
import java.util.Collection;

/** The failures of runs, for every implementation of the store to use. */
public final class RunErrors {
    private RunErrors() {}

    /** Another run is writing. */
    public static IngotException leaseHeld(Run holder) {
        return new IngotException(Diagnostic.of(ErrorCode.LEASE_HELD, "Another run is writing to this project")
                .at("run " + holder.id())
                .because("'" + holder.command() + "' of " + holder.holder() + " has been running since "
                        + holder.startedAt())
                .help("wait until it is done: ingot runs show " + holder.id()));
    }

    /** A run that is neither paused nor dead cannot be taken up again. */
    public static IngotException notResumable(Run run) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "Run " + run.id() + " cannot be resumed")
                .because("it " + (run.status() == RunStatus.RUNNING ? "is " : "has ")
                        + run.status().text() + "; only a paused or dead run can be")
                .help(
                        run.status() == RunStatus.RUNNING
                                ? "follow it with: ingot runs show " + run.id()
                                : "try again what is left of it: ingot runs retry " + run.id()));
    }

    /** No run has this id. */
    public static IngotException unknown(String text, Collection<String> known) {
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_RUN, "There is no run '" + text + "'")
                .help(Suggestions.sentence(text, known))
                .help("see the newest runs with: ingot runs list"));
    }
}

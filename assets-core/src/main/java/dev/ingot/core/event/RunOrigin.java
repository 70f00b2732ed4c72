package dev.ingot.core.event;

import java.util.Optional;

/**
 * Where a run comes from.
 *
 * @param kind what kind of command
 * @param command what was asked for, in the words of the command line
 * @param holder who runs it, for people: user, host and process id
 * @param retryOf the run that it tries again, if any
 */
public record RunOrigin(RunKind kind, String command, String holder, Optional<RunId> retryOf) {
    public static RunOrigin of(RunKind kind, String command, String holder) {
        return new RunOrigin(kind, command, holder, Optional.empty());
    }

    /** The same, trying another run again. */
    public RunOrigin retrying(RunId run) {
        return new RunOrigin(kind, command, holder, Optional.of(run));
    }

    /** The same, run by somebody else. */
    public RunOrigin by(String newHolder) {
        return new RunOrigin(kind, command, newHolder, retryOf);
    }
}

package dev.ingot.core.run;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a plan.
 *
 * @param id sorts by time
 * @param command what was asked for, in the words of the command line
 * @param holder who runs it, for people: user, host and process id
 * @param status how it stands; DIED when its process is gone without having said how it ended
 * @param startedAt when it began
 * @param finishedAt when it came to its final status; absent while it runs, and when it died
 * @param message how it ended, possibly empty
 */
public record Run(
        RunId id,
        String command,
        String holder,
        RunStatus status,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String message) {

    public static Run begun(RunId id, String command, String holder, Instant at) {
        return new Run(id, command, holder, RunStatus.RUNNING, at, Optional.empty(), "");
    }

    public Run finished(RunStatus now, Instant at, String why) {
        return new Run(id, command, holder, now, startedAt, Optional.of(at), why);
    }

    /** The same run as seen by somebody who knows that its process is gone. */
    public Run died() {
        return new Run(
                id, command, holder, RunStatus.DIED, startedAt, finishedAt, "its process ended without finishing it");
    }
}

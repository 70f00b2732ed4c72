package dev.ingot.core.run;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a plan.
 *
 * @param id sorts by time
 * @param origin where it comes from
 * @param status how it stands; DIED when its process is gone without having said how it ended
 * @param startedAt when it began
 * @param finishedAt when it came to its final status; absent while it runs, and when it died
 * @param message how it ended, possibly empty
 */
public record Run(
        RunId id, RunOrigin origin, RunStatus status, Instant startedAt, Optional<Instant> finishedAt, String message) {

    /** A plain materialization that begins. */
    public static Run begun(RunId id, String command, String holder, Instant at) {
        return begun(id, RunOrigin.of(RunKind.MATERIALIZE, command, holder), at);
    }

    public static Run begun(RunId id, RunOrigin origin, Instant at) {
        return new Run(id, origin, RunStatus.RUNNING, at, Optional.empty(), "");
    }

    /** What was asked for, in the words of the command line. */
    public String command() {
        return origin.command();
    }

    /** Who runs it, for people: user, host and process id. */
    public String holder() {
        return origin.holder();
    }

    /** Which run, what it does and whose it is, in words for people. */
    public String title() {
        return "run " + id + " ('" + command() + "' of " + holder() + ")";
    }

    public Run finished(RunStatus now, Instant at, String why) {
        return new Run(id, origin, now, startedAt, Optional.of(at), why);
    }

    /** The same run, taken up again by somebody. */
    public Run resumedBy(String holder) {
        return new Run(id, origin.by(holder), RunStatus.RUNNING, startedAt, Optional.empty(), "");
    }

    /** The same run as seen by somebody who knows that its process is gone. */
    public Run died() {
        return new Run(id, origin, RunStatus.DIED, startedAt, finishedAt, "its process ended without finishing it");
    }
}

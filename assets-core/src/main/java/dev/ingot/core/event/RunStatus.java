package dev.ingot.core.event;

import dev.ingot.core.error.ExitCode;
import java.util.Locale;

/** How a run stands. In all but RUNNING nothing happens any more, unless somebody takes it up again. */
public enum RunStatus {
    RUNNING(ExitCode.OK),
    /** Somebody wanted it to stop between two steps; it can be resumed. */
    PAUSED(ExitCode.OK),
    SUCCEEDED(ExitCode.OK),
    /** A step failed. */
    FAILED(ExitCode.FAILED),
    /** A check did not pass; no step failed. */
    BLOCKED(ExitCode.BLOCKED),
    /** Somebody interrupted it. */
    CANCELLED(ExitCode.INTERRUPTED),
    /** Its process ended without a word. */
    DIED(ExitCode.FAILED);

    private final ExitCode exit;

    RunStatus(ExitCode exit) {
        this.exit = exit;
    }

    public ExitCode exit() {
        return exit;
    }

    public boolean isFinal() {
        return this != RUNNING;
    }

    /** Whether its remaining steps can be taken up under the same id. */
    public boolean isResumable() {
        return this == PAUSED || this == DIED;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunStatus parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

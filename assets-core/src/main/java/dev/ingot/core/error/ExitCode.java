package dev.ingot.core.error;

import java.util.Collection;
import java.util.List;

/** The exit codes of the command line, in the order in which they win where several apply. */
public enum ExitCode {
    INTERRUPTED(130),
    TERMINATED(143),
    UNREACHABLE(3),
    FAILED(1),
    BLOCKED(4),
    USAGE(2),
    WORK_TO_DO(5),
    OK(0);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The number that the process exits with. */
    public int status() {
        return status;
    }

    /** The code that wins among several; {@link #OK} when there is none. */
    public static ExitCode strongest(Collection<ExitCode> codes) {
        return List.of(values()).stream().filter(codes::contains).findFirst().orElse(OK);
    }
}

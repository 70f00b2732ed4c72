package dev.ingot.core.error;

import java.util.Locale;

/** The registry of everything that can go wrong for a user: a stable code, and the exit code that it leads to. */
public enum ErrorCode {
    // definitions
    INVALID_KEY(ExitCode.USAGE),
    INVALID_GRAPH(ExitCode.USAGE),
    INVALID_PARTITION(ExitCode.USAGE),
    // what the user asked for
    UNKNOWN_ASSET(ExitCode.USAGE),
    UNKNOWN_PARTITION(ExitCode.USAGE),
    UNKNOWN_RUN(ExitCode.USAGE),
    UNKNOWN_USER(ExitCode.USAGE),
    INVALID_SELECTION(ExitCode.USAGE),
    INVALID_ARGUMENT(ExitCode.USAGE),
    INVALID_QUERY(ExitCode.USAGE),
    PARTITION_HAS_DATA(ExitCode.USAGE),
    NOT_MATERIALIZED(ExitCode.USAGE),
    MISSING_UPSTREAM(ExitCode.USAGE),
    INVALID_PLAN(ExitCode.USAGE),
    PLAN_MOVED(ExitCode.USAGE),
    // settings and machine
    UNKNOWN_SETTING(ExitCode.USAGE),
    INVALID_SETTING(ExitCode.USAGE),
    UNKNOWN_PROFILE(ExitCode.USAGE),
    UNRESOLVED_SECRET(ExitCode.USAGE),
    UNSUPPORTED_JAVA(ExitCode.USAGE),
    UNSUPPORTED_PLATFORM(ExitCode.USAGE),
    NEWER_FORMAT(ExitCode.USAGE),
    // input
    NOTHING_LANDED(ExitCode.USAGE),
    INVALID_DATASET(ExitCode.USAGE),
    // services
    UNREACHABLE_DATABASE(ExitCode.UNREACHABLE),
    UNREACHABLE_STORE(ExitCode.UNREACHABLE),
    UNREACHABLE_SPARK(ExitCode.UNREACHABLE),
    UNREACHABLE_VAULT(ExitCode.UNREACHABLE),
    UNREACHABLE_PUBLISHER(ExitCode.UNREACHABLE),
    EMBEDDED_SERVER_FAILED(ExitCode.UNREACHABLE),
    PORT_IN_USE(ExitCode.UNREACHABLE),
    // runs
    STEP_FAILED(ExitCode.FAILED),
    LOAD_FAILED(ExitCode.FAILED),
    COMMIT_CONFLICT(ExitCode.FAILED),
    DISK_FULL(ExitCode.FAILED),
    STORAGE_FAILED(ExitCode.FAILED),
    /** What an earlier version consisted of is not there any more. */
    HISTORY_GONE(ExitCode.FAILED),
    UNSAFE_STORE(ExitCode.USAGE),
    LEASE_HELD(ExitCode.FAILED),
    /** Somebody else may have the right to write the slices now. */
    LEASE_LOST(ExitCode.FAILED),
    /** A step took longer than its asset allows. */
    TIMED_OUT(ExitCode.FAILED),
    INTERRUPTED(ExitCode.INTERRUPTED),
    /** Nobody foresaw it: a bug of Ingot. */
    INTERNAL(ExitCode.FAILED),
    // data
    CHECK_FAILED(ExitCode.BLOCKED),
    EXPECTATION_FAILED(ExitCode.BLOCKED);

    private final ExitCode exit;

    ErrorCode(ExitCode exit) {
        this.exit = exit;
    }

    /** The exit code of a command that fails with this error. */
    public ExitCode exit() {
        return exit;
    }

    /** The stable text form, such as {@code unknown-asset}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

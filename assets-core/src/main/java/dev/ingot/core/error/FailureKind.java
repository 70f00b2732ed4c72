package dev.ingot.core.error;

import java.util.Locale;

/** What kind of thing went wrong, as far as it decides whether the same again may end well. */
public enum FailureKind {
    /** Something outside was not there for a moment: a connection, a store, a lease. */
    TRANSIENT,
    /** Memory, disk or processes ran out. */
    RESOURCE,
    /** The data are not what they have to be: the same again ends the same. */
    DATA,
    /** The code, its definition or its settings are wrong, or nobody knows. */
    BUG;

    /** The kind of a failure that was told with this code, where nobody knows better. */
    public static FailureKind of(ErrorCode code) {
        if (code.exit() == ExitCode.BLOCKED) {
            return DATA;
        }
        return switch (code) {
            case UNREACHABLE_DATABASE,
                    UNREACHABLE_STORE,
                    UNREACHABLE_SPARK,
                    UNREACHABLE_VAULT,
                    UNREACHABLE_PUBLISHER,
                    COMMIT_CONFLICT,
                    STORAGE_FAILED,
                    LEASE_LOST,
                    TIMED_OUT -> TRANSIENT;
            case DISK_FULL -> RESOURCE;
            case LOAD_FAILED, INVALID_DATASET, NOTHING_LANDED, MISSING_UPSTREAM, INVALID_PARTITION -> DATA;
            default -> BUG;
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

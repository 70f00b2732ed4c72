package dev.ingot.postgres.database;

import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.RootCause;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells what kind of thing went wrong by the SQLSTATE that PostgreSQL gave it. */
public final class SqlFailureKinds {
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String LOCKED = "55P03";
    private static final String TIMED_OUT = "57014";

    /** States that pass, whatever becomes of others of their class. */
    private static final Set<String> PASSING = Set.of(TOO_MANY_CONNECTIONS, LOCKED, TIMED_OUT);

    private static final Map<String, FailureKind> CLASSES = Map.ofEntries(
            Map.entry("08", FailureKind.TRANSIENT), // connection
            Map.entry("40", FailureKind.TRANSIENT), // rolled back: serialization, deadlock
            Map.entry("57", FailureKind.TRANSIENT), // shut down, crashed
            Map.entry("53", FailureKind.RESOURCE), // disk, memory
            Map.entry("58", FailureKind.RESOURCE), // system, I/O
            Map.entry("22", FailureKind.DATA), // values
            Map.entry("23", FailureKind.DATA), // constraints
            Map.entry("44", FailureKind.DATA), // check option
            Map.entry("P0", FailureKind.DATA)); // raised by a function

    private SqlFailureKinds() {}

    /** The kind of the first cause that has a state; empty where none has. A state that nobody foresaw is a bug. */
    public static Optional<FailureKind> of(Throwable failure) {
        return RootCause.chain(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .filter(state -> state.length() == 5)
                .map(SqlFailureKinds::ofState)
                .findFirst();
    }

    /** Whether somebody else had locked what was to be locked for longer than we were ready to wait. */
    public static boolean isLocked(Throwable failure) {
        return RootCause.chain(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException told && LOCKED.equals(told.getSQLState()));
    }

    private static FailureKind ofState(String state) {
        return PASSING.contains(state)
                ? FailureKind.TRANSIENT
                : CLASSES.getOrDefault(state.substring(0, 2), FailureKind.BUG);
    }
}

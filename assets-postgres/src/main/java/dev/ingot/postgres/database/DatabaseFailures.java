package dev.ingot.postgres.database;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/** What can go wrong between us and a database, told to the user. */
public final class DatabaseFailures {
    private static final String DISK_FULL = "53100";

    private DatabaseFailures() {}

    /** The failure of a lost or refused connection or a full disk, if that is what it was. */
    static Optional<IngotException> of(ConnectionSettings settings, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IngotException told) {
                return Optional.of(told);
            }
            if (cause instanceof SQLException sql && isConnection(sql)) {
                return Optional.of(unreachable(settings, failure));
            }
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return Optional.of(new IngotException(
                        Diagnostic.of(ErrorCode.DISK_FULL, "The disk of the database is full")
                                .at(settings.url())
                                .because(sql.getMessage())
                                .help("make room on it, then run the command again: it continues"),
                        failure));
            }
        }
        return Optional.empty();
    }

    static IngotException unreachable(ConnectionSettings settings, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new IngotException(
                Diagnostic.of(ErrorCode.UNREACHABLE_DATABASE, "The database cannot be reached")
                        .at(settings.url() + " as " + settings.user())
                        .because(root.getMessage())
                        .help("check that the server runs and that address, user and password are right"),
                failure);
    }

    /** Connections (08), refused passwords (28), no such database (3D), shut-downs (57P0…), too many clients (53300). */
    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof java.sql.SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("57P0")
                || state.equals("53300");
    }

    static IngotException newerSchema(ConnectionSettings settings, String schema, Collection<String> unknown) {
        return new IngotException(
                Diagnostic.of(ErrorCode.NEWER_FORMAT, "The schema " + schema + " was written by a newer Ingot")
                        .at(settings.url())
                        .because("it has migrations that this Ingot does not know: " + String.join(", ", unknown))
                        .help("use the Ingot that wrote it, or a newer one; nothing was changed"));
    }

    /** A query of the user's own. */
    static IngotException query(ConnectionSettings settings, String sql, SQLException failure) {
        return of(settings, failure).orElseGet(() -> QueryErrors.refused(sql, failure));
    }

    static IngotException migration(ConnectionSettings settings, String schema, FlywayException failure) {
        return of(settings, failure)
                .orElseGet(() -> new IngotException(
                        Diagnostic.of(
                                        ErrorCode.INVALID_SETTING,
                                        "The schema " + schema + " cannot be brought up to date")
                                .at(settings.url())
                                .because(failure.getMessage())
                                .help(
                                        "if somebody changed the schema by hand, undo that; nothing was changed by this command"),
                        failure));
    }
}

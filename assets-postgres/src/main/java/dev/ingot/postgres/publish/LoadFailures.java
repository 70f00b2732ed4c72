package dev.ingot.postgres.publish;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why a table could not be loaded, in PostgreSQL's own words: table, constraint, row. */
final class LoadFailures {
    private LoadFailures() {}

    /** The failure that PostgreSQL reported, if it was one. */
    static Optional<IngotException> of(PostgresTable asset, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IngotException told) {
                return Optional.of(told);
            }
            if (cause instanceof PSQLException error && error.getServerErrorMessage() != null) {
                return Optional.of(load(asset, error.getServerErrorMessage(), failure));
            }
        }
        return Optional.empty();
    }

    private static IngotException load(PostgresTable asset, ServerErrorMessage error, Throwable failure) {
        List<String> why = new ArrayList<>();
        add(why, "", error.getMessage());
        add(why, "", error.getDetail());
        add(why, "in ", error.getWhere());
        return new IngotException(
                Diagnostic.of(ErrorCode.LOAD_FAILED, "PostgreSQL refused the rows of " + asset.key())
                        .at(place(asset, error))
                        .because(String.join("; ", why))
                        .help("correct the source or " + asset.publish() + "; the table is as it was"),
                failure);
    }

    private static String place(PostgresTable asset, ServerErrorMessage error) {
        List<String> place = new ArrayList<>();
        add(place, "table ", error.getTable() == null ? asset.table() : error.getSchema() + "." + error.getTable());
        add(place, "column ", error.getColumn());
        add(place, "constraint ", error.getConstraint());
        return String.join(", ", place);
    }

    private static void add(List<String> parts, String label, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            parts.add(label + part.lines().findFirst().orElse(part));
        }
    }

    /** Another attempt stages them anew: it is worth it, where a load that PostgreSQL refused is not. */
    static IngotException miscounted(AssetKey asset, long copied, long staged) {
        return new IngotException(
                Diagnostic.of(ErrorCode.COMMIT_CONFLICT, "The rows of " + asset + " were not staged exactly once")
                        .because(copied + " rows were copied, " + staged + " have arrived: a task of Spark ran twice")
                        .help("run the command again; the table is as it was"));
    }

    static IngotException rejected(AssetKey asset, long rows) {
        return new IngotException(
                Diagnostic.of(ErrorCode.EXPECTATION_FAILED, rows + " rows of " + asset + " break a rule of its spec")
                        .because("a table in PostgreSQL has no place for rejected rows")
                        .help("reject them in an upstream asset; nothing was published"));
    }
}

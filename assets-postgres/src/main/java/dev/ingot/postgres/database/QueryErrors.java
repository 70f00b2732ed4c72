package dev.ingot.postgres.database;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL says about a query, told to its author. */
final class QueryErrors {
    private QueryErrors() {}

    static IngotException refused(String query, SQLException failure) {
        ServerErrorMessage said = failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        String why = said == null ? String.valueOf(failure.getMessage()) : String.valueOf(said.getMessage());
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_QUERY, "PostgreSQL refuses the query")
                        .at(said == null ? null : place(query, said.getPosition()))
                        .because(why)
                        .help(said == null ? null : said.getHint())
                        .help(help(failure.getSQLState())),
                failure);
    }

    /** The line of the query in which the error is, and a mark under the character. */
    private static @Nullable String place(String query, int position) {
        if (position < 1 || position > query.length()) {
            return null;
        }
        int start = query.lastIndexOf('\n', position - 2) + 1;
        int end = query.indexOf('\n', position - 1);
        String line = query.substring(start, end < 0 ? query.length() : end);
        return line + "\n" + " ".repeat(position - 1 - start) + "^";
    }

    private static @Nullable String help(@Nullable String state) {
        if ("42P01".equals(state)) {
            return "the tables that there are: SELECT schemaname, tablename FROM pg_tables"
                    + " WHERE schemaname NOT LIKE 'pg%'";
        }
        if ("25006".equals(state)) {
            return "only queries are run here; tables are written by materializing assets";
        }
        return null;
    }
}

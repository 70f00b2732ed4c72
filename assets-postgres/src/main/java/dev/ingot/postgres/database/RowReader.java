package dev.ingot.postgres.database;

import dev.ingot.core.engine.executor.RowSample;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Reads rows of any shape for people to look at, and never writes. */
public final class RowReader {
    private RowReader() {}

    /**
     * Reads at most so many rows of a query.
     *
     * @param schemas where tables are looked for that are named without their schema, in this order; empty for the default
     * @param limit 0 for all rows
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-query} if PostgreSQL refuses the query
     */
    public static RowSample read(Database database, List<String> schemas, String sql, int limit) {
        return database.inTransaction(handle -> {
            handle.execute("SET TRANSACTION READ ONLY");
            if (!schemas.isEmpty()) {
                String path = schemas.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
                handle.execute("SET LOCAL search_path = " + path);
            }
            try (Statement statement = handle.getConnection().createStatement()) {
                statement.setMaxRows(limit);
                return statement.execute(sql) ? read(statement.getResultSet()) : new RowSample(List.of(), List.of());
            } catch (SQLException failure) {
                throw DatabaseFailures.query(database.connection(), sql, failure);
            }
        });
    }

    private static RowSample read(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            columns.add(meta.getColumnLabel(column));
        }
        List<List<?>> values = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 1; column <= columns.size(); column++) {
                row.add(plain(rows.getObject(column)));
            }
            values.add(Collections.unmodifiableList(row));
        }
        return new RowSample(columns, values);
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof PGobject object ? object.getValue() : value;
    }
}

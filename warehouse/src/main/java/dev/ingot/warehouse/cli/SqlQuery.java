package dev.ingot.warehouse.cli;

import dev.ingot.core.error.IngotException;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.SchemaMigrations;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one query in a transaction that cannot write. */
final class SqlQuery {
    private final Database database;
    private final Set<SchemaMigrations> schemas;

    @Inject
    SqlQuery(Database database, Set<SchemaMigrations> schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    /** Rows as people and JSON take them: null, texts, numbers, booleans and lists. */
    record Result(List<String> columns, List<List<? extends @Nullable Object>> rows) {}

    /** @throws IngotException with code {@code invalid-query} and the place in the query, if PostgreSQL refuses it */
    Result run(String query) {
        database.migrate(schemas);
        return database.query(handle -> {
            try {
                return read(handle.getConnection(), query);
            } catch (SQLException failure) {
                throw SqlErrors.refused(query, failure);
            }
        });
    }

    private static Result read(Connection connection, String query) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
            statement.execute("SET LOCAL search_path = warehouse, recommender, ingot");
            if (!statement.execute(query)) {
                return new Result(List.of(), List.of());
            }
            return rows(statement.getResultSet());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Result rows(ResultSet found) throws SQLException {
        ResultSetMetaData facts = found.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= facts.getColumnCount(); column++) {
            columns.add(facts.getColumnLabel(column));
        }
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        while (found.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 1; column <= columns.size(); column++) {
                row.add(value(found.getObject(column)));
            }
            rows.add(row);
        }
        return new Result(columns, rows);
    }

    private static @Nullable Object value(@Nullable Object found) throws SQLException {
        if (found == null || found instanceof Number && !(found instanceof BigDecimal) || found instanceof Boolean) {
            return found;
        }
        if (found instanceof BigDecimal number) {
            return number;
        }
        if (found instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (found instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        return found.toString();
    }
}

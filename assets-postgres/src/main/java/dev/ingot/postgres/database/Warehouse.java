package dev.ingot.postgres.database;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The part of the database that the product's own tables live in, with the schemas that its modules bring. They are brought up to
 * date once, by the first use. Thread-safe.
 */
public final class Warehouse {
    private final Database database;
    private final Collection<SchemaMigrations> schemas;
    private boolean migrated;

    public Warehouse(Database database, Collection<SchemaMigrations> schemas) {
        this.database = database;
        this.schemas = List.copyOf(schemas);
    }

    /** The database, with every schema up to date. */
    public synchronized Database database() {
        if (!migrated) {
            database.migrate(schemas);
            migrated = true;
        }
        return database;
    }

    /**
     * The rows that a query answers, each by column name. For questions that are answered with a few rows.
     *
     * @param sql with arguments named like {@code :user}
     */
    public List<Map<String, Object>> rows(String sql, Map<String, ?> arguments) {
        return database()
                .query(handle ->
                        handle.createQuery(sql).bindMap(arguments).mapToMap().list());
    }

    /**
     * A connection of the caller's own, for statements that may take hours. The caller closes it.
     *
     * @param purpose what the server shows its administrator
     */
    public Handle work(String purpose) {
        Database ready = database();
        return ready.translated(() -> {
            Connection connection = Connections.forWork(ready.connection(), purpose);
            return Jdbi.open(connection);
        });
    }
}

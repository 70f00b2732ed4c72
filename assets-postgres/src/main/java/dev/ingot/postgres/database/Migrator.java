package dev.ingot.postgres.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings schemas up to what this Ingot knows. Flyway does it, and is only loaded when there is something to do. */
final class Migrator {
    private final ConnectionSettings settings;

    Migrator(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** Refuses all of them before it touches any, if a newer Ingot was here. */
    void migrate(Connection connection, Collection<SchemaMigrations> schemas) throws SQLException {
        Map<String, SchemaMigrations> behind = new TreeMap<>();
        for (SchemaMigrations schema : schemas) {
            Set<String> known = MigrationFiles.versions(schema);
            Set<String> applied = applied(connection, schema.schema());
            Set<String> unknown = new TreeSet<>(applied);
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                throw DatabaseFailures.newerSchema(settings, schema.schema(), unknown);
            }
            if (applied.size() < known.size()) {
                behind.put(schema.schema(), schema);
            }
        }
        behind.values().forEach(this::migrate);
    }

    private void migrate(SchemaMigrations schema) {
        try {
            Flyway.configure(Migrator.class.getClassLoader())
                    .dataSource(
                            settings.url(), settings.user(), settings.password().value())
                    .schemas(schema.schema())
                    .locations("classpath:" + schema.location())
                    .loggers("slf4j")
                    .cleanDisabled(true)
                    .validateMigrationNaming(true)
                    .placeholderReplacement(false)
                    // A branch that is merged later may bring an older time stamp.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw DatabaseFailures.migration(settings, schema.schema(), failure);
        }
    }

    private static Set<String> applied(Connection connection, String schema) throws SQLException {
        String history = Identifiers.quote(schema) + ".flyway_schema_history";
        Set<String> versions = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement, history)) {
                return versions;
            }
            ResultSet rows =
                    statement.executeQuery("SELECT version FROM " + history + " WHERE success AND version IS NOT NULL");
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        ResultSet rows = statement.executeQuery("SELECT to_regclass(" + Identifiers.literal(table) + ") IS NOT NULL");
        return rows.next() && rows.getBoolean(1);
    }
}

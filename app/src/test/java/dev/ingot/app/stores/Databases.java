package dev.ingot.app.stores;

import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Connections;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Databases of somebody else's server, as products in other places have them: one server for all products of a test. */
final class Databases implements AutoCloseable {
    private final EmbeddedPostgres server;

    /** @param home where the server keeps its files */
    Databases(Path home) {
        server = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home));
    }

    /** The variables that lead to an empty database. */
    Map<String, String> fresh(String name) throws SQLException {
        ConnectionSettings main = server.connection();
        try (Connection connection = Connections.forWork(main, "test");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return Map.of(
                "INGOT_POSTGRES_URL",
                main.url().replaceFirst("/ingot$", "/" + name),
                "INGOT_POSTGRES_USER",
                main.user(),
                "INGOT_POSTGRES_PASSWORD",
                "${env:DATABASE_PASSWORD}",
                "DATABASE_PASSWORD",
                main.password().value());
    }

    @Override
    public void close() {
        server.close();
    }
}

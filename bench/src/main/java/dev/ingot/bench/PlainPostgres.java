package dev.ingot.bench;

import dev.ingot.core.partition.PartitionSet;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.spark.rows.SliceRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Publishes tables through Spark's own JDBC writer, with batches in one statement, and the assets' own SQL. */
final class PlainPostgres {
    private static final String SCHEMA = "plain";

    private final ConnectionSettings server;

    PlainPostgres(Database database) {
        this.server = database.connection();
        database.query(handle -> handle.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA));
    }

    void publish(PostgresTable asset, PlainInputs inputs) throws SQLException, IOException {
        String staging = SCHEMA + "." + asset.key().name();
        SliceRows.inScope(asset.spec(), inputs.scope(), asset.compute(inputs))
                .write()
                .mode("overwrite")
                .jdbc(server.url(), staging, properties());
        String sql = text(asset)
                .replace("${staging}", staging)
                .replace("${slices}", literals(inputs.scope().partitions()));
        try (Connection connection = DriverManager.getConnection(server.url(), properties());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("DROP TABLE " + staging);
            connection.commit();
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password().value());
        properties.setProperty("reWriteBatchedInserts", "true");
        return properties;
    }

    private static String literals(PartitionSet slices) {
        return slices.stream().map(slice -> "'" + slice + "'").collect(Collectors.joining(", "));
    }

    private static String text(PostgresTable asset) throws IOException {
        try (InputStream in = Objects.requireNonNull(asset.getClass().getResourceAsStream(asset.publish()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

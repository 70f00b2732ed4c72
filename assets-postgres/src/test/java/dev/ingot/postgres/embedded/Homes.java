package dev.ingot.postgres.embedded;

import dev.ingot.postgres.database.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** State folders for tests, and questions about the servers in them. */
final class Homes {
    private Homes() {}

    /** A home whose binaries are those of another one: unpacking takes seconds, a link does not. */
    static Path sharingBinaries(Path home, Path unpacked) throws IOException {
        Path folder = StateFolder.in(home).binaries();
        Files.createSymbolicLink(folder, unpacked.resolve("postgres/bin"));
        return home;
    }

    static Optional<PostmasterFile> server(Path home) {
        return PostmasterFile.in(home.resolve("postgres/data")).filter(PostmasterFile::alive);
    }

    static Connection connect(ConnectionSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(), settings.user(), settings.password().value());
    }

    /** Runs one statement; answers the first value of its result, if it has one. */
    static String sql(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres.connection());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            ResultSet rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}

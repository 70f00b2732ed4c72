package dev.ingot.postgres;

import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Connections;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test a fresh, empty database ({@link ConnectionSettings}) on the one server of the test process. */
public final class TestPostgres implements ParameterResolver {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ConnectionSettings.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
        return running.freshDatabase();
    }

    private record Running(Path home, EmbeddedPostgres server) implements AutoCloseable {
        static Running start() {
            try {
                Path home = Files.createTempDirectory("ingot-postgres");
                return new Running(home, EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        ConnectionSettings freshDatabase() {
            String name = "test" + DATABASES.incrementAndGet();
            ConnectionSettings main = server.connection();
            try (Connection connection = Connections.forWork(main, "test");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return new ConnectionSettings(main.url().replaceFirst("/ingot$", "/" + name), main.user(), main.password());
        }

        @Override
        public void close() throws IOException {
            server.close();
            List<Path> deepestFirst;
            try (Stream<Path> paths = Files.walk(home)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}

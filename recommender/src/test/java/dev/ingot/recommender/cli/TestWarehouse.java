package dev.ingot.recommender.cli;

import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.SchemaMigrations;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Three movies and two users' lists in the real schemas, on one server for the test process. */
final class TestWarehouse implements ParameterResolver {

    static final SchemaMigrations WAREHOUSE = new SchemaMigrations("warehouse", "db/warehouse");
    static final Set<SchemaMigrations> SCHEMAS =
            Set.of(WAREHOUSE, new SchemaMigrations("recommender", "db/recommender"));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Database.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Database database = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class)
                .database();
        fill(database);
        return database;
    }

    private record Running(Path home, Database database) implements AutoCloseable {

        static Running start() {
            try {
                Path home = Files.createTempDirectory("ingot-recommender");
                Database database = new Database(() -> EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home)));
                database.migrate(SCHEMAS);
                return new Running(home, database);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            database.close();
            List<Path> deepestFirst;
            try (Stream<Path> paths = Files.walk(home)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static void fill(Database database) {
        execute(database, """
                TRUNCATE warehouse.dim_movie, warehouse.dim_genre, warehouse.movie_genre, warehouse.movie_stats CASCADE;
                INSERT INTO warehouse.dim_movie (movie_key, movie_id, title, release_year) OVERRIDING SYSTEM VALUE
                VALUES (1, 10, 'Heat', 1995), (2, 20, 'Amélie', 2001), (3, 30, 'Paterson', NULL);
                INSERT INTO warehouse.dim_genre (genre_key, name) OVERRIDING SYSTEM VALUE
                VALUES (1, 'Thriller'), (2, 'Crime'), (3, 'Comedy');
                INSERT INTO warehouse.movie_genre VALUES (1, 1), (1, 2), (2, 3);
                INSERT INTO warehouse.movie_stats (movie_key, ratings, mean_rating, weighted_rating, rank)
                VALUES (1, 9, 4, 3.9, 2), (2, 9, 5, 4.2, 1), (3, 1, 3, 3.5, 3);
                """);
        publish(
                database,
                "(7, 1, 20, 4.5::float8, 'm.1'), (7, 2, 10, 4.25, 'm.1'), (7, 3, 99, 4, 'm.1'), (8, 1, 10, 4, 'm.1')");
    }

    /** Runs the asset's own SQL on rows that stand for the staged ones. */
    static void publish(Database database, String rows) {
        String staging = "(VALUES " + rows + ") AS staged (user_id, rank, movie_id, score, model_version)";
        execute(
                database,
                resource("/dev/ingot/recommender/publish-recommendations.sql").replace("${staging}", staging));
    }

    static void execute(Database database, String statements) {
        database.inTransaction(handle -> handle.createScript(statements).execute());
    }

    private static String resource(String name) {
        try (InputStream stream = TestWarehouse.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

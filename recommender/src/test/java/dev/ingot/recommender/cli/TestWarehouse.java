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
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Three movies and two users' lists, on one server for the test process. */
final class TestWarehouse implements ParameterResolver {

    static final Set<SchemaMigrations> SCHEMAS = Set.of(new SchemaMigrations("recommender", "db/recommender"));

    /** What the lists read of the warehouse. */
    private static final String WAREHOUSE = """
            CREATE SCHEMA warehouse;
            CREATE TABLE warehouse.dim_movie (
                movie_key integer PRIMARY KEY, movie_id integer NOT NULL UNIQUE, title text NOT NULL, release_year smallint);
            CREATE TABLE warehouse.dim_genre (genre_key smallint PRIMARY KEY, name text NOT NULL UNIQUE);
            CREATE TABLE warehouse.movie_genre (movie_key integer NOT NULL, genre_key smallint NOT NULL);
            CREATE TABLE warehouse.movie_stats (
                movie_key integer PRIMARY KEY, weighted_rating double precision NOT NULL, rank integer NOT NULL);
            """;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Database.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Database database = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Database.class, type -> start(), Database.class);
        fill(database);
        return database;
    }

    private static Database start() {
        try {
            Path home = Files.createTempDirectory("ingot-recommender");
            Database database = new Database(() -> EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home)));
            execute(database, WAREHOUSE);
            database.migrate(SCHEMAS);
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void fill(Database database) {
        execute(database, """
                TRUNCATE warehouse.dim_movie, warehouse.dim_genre, warehouse.movie_genre, warehouse.movie_stats CASCADE;
                INSERT INTO warehouse.dim_movie (movie_key, movie_id, title, release_year)
                VALUES (1, 10, 'Heat', 1995), (2, 20, 'Amélie', 2001), (3, 30, 'Paterson', NULL);
                INSERT INTO warehouse.dim_genre (genre_key, name)
                VALUES (1, 'Thriller'), (2, 'Crime'), (3, 'Comedy');
                INSERT INTO warehouse.movie_genre VALUES (1, 1), (1, 2), (2, 3);
                INSERT INTO warehouse.movie_stats (movie_key, weighted_rating, rank)
                VALUES (1, 3.9, 2), (2, 4.2, 1), (3, 3.5, 3);
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

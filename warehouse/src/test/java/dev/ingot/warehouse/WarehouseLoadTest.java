package dev.ingot.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.SparkModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads small upstream tables, then other ones, into a real PostgreSQL. */
class WarehouseLoadTest {
    private static final String FIRST_MOVIES =
            "(1, 'Ore', 1994, array('War')), (2, 'Slag', NULL, array('War', 'Drama'))";
    private static final String FIRST_RATINGS = "(7, 1, 4.5D, TIMESTAMP '1996-05-01 10:00:00', '1996'),"
            + " (7, 2, 3.0D, TIMESTAMP '1997-05-01 10:00:00', '1997'),"
            + " (8, 1, 5.0D, TIMESTAMP '1997-06-01 10:00:00', '1997')";

    @TempDir
    Path folder;

    @Test
    void keepsKeysMarksWhatIsGoneAndFailsLoudly() {
        Upstream.movies = FIRST_MOVIES;
        Upstream.ratings = FIRST_RATINGS;
        assertThat(ingot(0, "materialize")).contains("14 steps to run").doesNotContain("failed");
        assertThat(query("SELECT count(*) FROM fact_rating")).contains("3");
        assertThat(query("SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'fact_rating'::regclass"))
                .contains("fact_rating_1996")
                .contains("fact_rating_1997");
        String oreBefore = query("SELECT movie_key FROM dim_movie WHERE movie_id = 1");

        // Slag and the year 1997 are gone, Coke is new and Ore has another title.
        Upstream.movies = "(1, 'Ore!', 1994, array('War')), (3, 'Coke', 1999, array('Drama'))";
        Upstream.ratings = "(7, 1, 4.5D, TIMESTAMP '1996-05-01 10:00:00', '1996'),"
                + " (9, 3, 2.0D, TIMESTAMP '1998-05-01 10:00:00', '1998')";
        ingot(0, "materialize", "--force");
        assertThat(query("SELECT movie_key FROM dim_movie WHERE title = 'Ore!' AND active"))
                .isEqualTo(oreBefore);
        assertThat(query("SELECT movie_id FROM dim_movie WHERE NOT active")).endsWith("2\n");
        assertThat(query("SELECT user_id FROM dim_user WHERE NOT active")).endsWith("8\n");
        assertThat(query("SELECT string_agg(DISTINCT year::text, ' ' ORDER BY year::text) FROM fact_rating"))
                .endsWith("1996 1998\n");

        // A rating of a movie that is not there must not be lost: it stops the load, and the facts stay as they were.
        Upstream.ratings += ", (9, 99, 2.0D, TIMESTAMP '1998-05-02 10:00:00', '1998')";
        assertThat(ingot(0, "materialize", "silver", "--force")).doesNotContain("failed");
        assertThat(ingot(1, "materialize", "warehouse/movielens/fact_rating"))
                .contains("movie_key")
                .contains("fact_rating");
        assertThat(query("SELECT count(*) FROM fact_rating WHERE year = 1998")).endsWith("1\n");
    }

    private String query(String sql) {
        return ingot(0, "sql", sql);
    }

    /** What the command printed, on either stream. */
    private String ingot(int status, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int actual = Ingot.run(
                new Surroundings(
                        stream,
                        stream,
                        folder,
                        Map.of("INGOT_STATE", folder.resolve("state").toString(), "INGOT_SPARK_MASTER", "local[2]")),
                arguments,
                new FrameworkCommands(),
                new SparkModule(),
                new PostgresModule(),
                new WarehouseModule(),
                AssetsModule.of(
                        Upstream::movies,
                        Upstream::links,
                        Upstream::ratings,
                        Upstream::userStats,
                        Upstream::movieStats,
                        Upstream::genreStats));
        assertThat(actual).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(status);
        return printed.toString(StandardCharsets.UTF_8);
    }
}

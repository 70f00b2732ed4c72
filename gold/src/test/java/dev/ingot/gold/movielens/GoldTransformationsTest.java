package dev.ingot.gold.movielens;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.TestOutcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldTransformationsTest {
    private static final Timestamp FIRST = Timestamp.from(Instant.parse("1997-03-01T10:00:00Z"));
    private static final Timestamp LAST = Timestamp.from(Instant.parse("1998-04-02T11:00:00Z"));

    @Test
    void movieStatsCountAndSpreadAndDrawSmallSamplesTowardsTheMean() {
        TestOutcome outcome = run(new MovieStatsAsset());

        assertThat(outcome.values("movie_id", "title", "ratings", "mean_rating", "rank"))
                .containsExactlyInAnyOrder(List.of(1, "Ore", 2L, 4.5, 1), List.of(2, "Slag", 1L, 2.0, 2));
        List<?> ore = valuesOf(outcome, 1, "movie_id", "stddev", "weighted_rating");
        assertThat((double) ore.get(1)).isCloseTo(Math.sqrt(0.5), within(1e-12));
        // 25 prior ratings of the overall mean 11/3, and two of 4.5
        assertThat((double) ore.get(2)).isCloseTo((25 * 11.0 / 3 + 9) / 27, within(1e-12));
        assertThat(valuesOf(outcome, 2, "movie_id", "stddev").get(1)).isNull();
    }

    @Test
    void movieYearStatsCountEachYearOfAMovie() {
        assertThat(run(new MovieYearStatsAsset()).values("movie_id", "year", "ratings", "mean_rating"))
                .containsExactlyInAnyOrder(
                        List.of(1, "1997", 1L, 4.0), List.of(1, "1998", 1L, 5.0), List.of(2, "1998", 1L, 2.0));
    }

    @Test
    void userStatsKnowTheFirstAndTheLastRating() {
        assertThat(run(new UserStatsAsset())
                        .values("user_id", "ratings", "mean_rating", "first_rated_at", "last_rated_at"))
                .containsExactlyInAnyOrder(List.of(7, 2L, 3.0, FIRST, LAST), List.of(8, 1L, 5.0, LAST, LAST));
    }

    @Test
    void genreStatsCountAMovieInEachOfItsGenres() {
        assertThat(run(new GenreStatsAsset()).values("genre", "year", "ratings", "mean_rating"))
                .containsExactlyInAnyOrder(
                        List.of("Drama", 1997, 1L, 4.0),
                        List.of("Drama", 1998, 2L, 3.5),
                        List.of("War", 1997, 1L, 4.0),
                        List.of("War", 1998, 1L, 5.0));
    }

    @Test
    void moviesPerYearKeepMoviesThatNobodyRatedAndThoseWithoutAYear() {
        assertThat(run(new MoviesPerYearAsset()).values("release_year", "movies", "rated_movies", "ratings"))
                .containsExactlyInAnyOrder(List.of(1994, 2L, 1L, 2L), Arrays.asList(null, 1L, 1L, 1L));
    }

    private static List<?> valuesOf(TestOutcome outcome, int key, String... columns) {
        return outcome.values(columns).stream()
                .filter(values -> values.get(0).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static TestOutcome run(DeltaAsset asset) {
        AssetTester tester = AssetTester.of(asset);
        if (asset.spec().dependsOn(SilverAssets.MOVIES)) {
            tester.given(
                    SilverAssets.MOVIES,
                    "movie_id int, title string, release_year int, genres array<string>",
                    row(1, "Ore", 1994, new String[] {"Drama", "War"}),
                    row(2, "Slag", null, new String[] {"Drama"}),
                    row(3, "Coke", 1994, new String[0]));
        }
        return tester.given(
                        SilverAssets.RATINGS,
                        "user_id int, movie_id int, rating double, rated_at timestamp, year string",
                        row(7, 1, 4.0, FIRST, "1997"),
                        row(7, 2, 2.0, LAST, "1998"),
                        row(8, 1, 5.0, LAST, "1998"))
                .run();
    }
}

package dev.ingot.warehouse;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.partition.PartitionSet;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TransformationsTest {
    private static final Timestamp TIME = Timestamp.from(Instant.parse("1996-12-31T23:59:59Z"));
    private static final String RATINGS = "user_id int, movie_id int, rating double, rated_at timestamp, year string";

    @Test
    void theCalendarHasEveryDayOfEveryYearBetweenTheFirstAndTheLast() {
        List<Row> days = DimDate.rows(rows(RATINGS, row(1, 1, 4.0, TIME, "1996"), row(1, 2, 4.0, TIME, "1998")))
                .orderBy("date_key")
                .collectAsList();

        assertThat(days).hasSize(366 + 365 + 365);
        assertThat(days.get(0))
                .isEqualTo(
                        row(19960101, Date.valueOf("1996-01-01"), (short) 1996, (short) 1, (short) 1, (short) 1, (short)
                                1));
        assertThat(days.get(days.size() - 1).getInt(0)).isEqualTo(19981231);
    }

    @Test
    void noRatingsMakeNoCalendar() {
        assertThat(DimDate.rows(rows(RATINGS)).collectAsList()).isEmpty();
    }

    @Test
    void aMovieWithoutALinkKeepsItsRow() {
        Dataset<Row> movies = rows(
                "movie_id int, title string, release_year int, genres array<string>",
                row(1, "Ore", 1994, new String[] {"War", "War"}),
                row(2, "Slag", null, new String[0]));
        Dataset<Row> links = rows("movie_id int, imdb_id string, tmdb_id int", row(1, "0012345", null));

        assertThat(DimMovie.rows(movies, links).collectAsList())
                .containsExactlyInAnyOrder(row(1, "Ore", 1994, "0012345", null), row(2, "Slag", null, null, null));
        assertThat(Genres.ofMovies(movies).collectAsList()).containsExactly(row(1, "War"));
        assertThat(Genres.names(movies).collectAsList()).containsExactly(row("War"));
    }

    @Test
    void factsAreThoseOfTheWantedYears() {
        Dataset<Row> ratings = rows(RATINGS, row(7, 1, 4.5, TIME, "1996"), row(7, 2, 3.0, TIME, "1997"));

        assertThat(FactRating.rows(ratings, PartitionSet.of("1996")).collectAsList())
                .containsExactly(row("1996", 7, 1, 19961231, new BigDecimal("4.5"), TIME));
    }
}

package dev.ingot.silver.movielens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.RejectedRow;
import dev.ingot.spark.testing.TestOutcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoviesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Toy Story (1995)                        | Toy Story                    | 1995
                    `Heat (1995)  `                         | Heat                         | 1995
                    `  Heat(1995)\u00a0`                    | Heat                         | 1995
                    (500) Days of Summer (2009)             | (500) Days of Summer         | 2009
                    1-900 (06) (1994)                       | 1-900 (06)                   | 1994
                    Ten (1979) (1980)                       | Ten (1979)                   | 1980
                    11'09"01 - September 11 (2002)          | 11'09"01 - September 11      | 2002
                    Cité des enfants perdus, La (1995)      | Cité des enfants perdus, La  | 1995
                    2001: A Space Odyssey                   | 2001: A Space Odyssey        |
                    Babylon 5                               | Babylon 5                    |
                    Death Note (2006–2007)                  | Death Note (2006–2007)       |
                    Fog (12345)                             | Fog (12345)                  |
                    Moon (1990) Part 2                      | Moon (1990) Part 2           |
                    """)
    void takesTheYearFromTheEndOfTheTitle(String raw, String title, Integer year) {
        assertThat(clean("1;" + raw + ";Drama").values("title", "release_year"))
                .containsExactly(Arrays.asList(title, year));
    }

    @Test
    void genresAreAList() {
        TestOutcome outcome = clean("1;A (1990);Drama|Sci-Fi", "2;B;(no genres listed)", "3;C;", "4;D;IMAX");

        assertThat(outcome.values("movie_id", "genres"))
                .containsExactlyInAnyOrder(
                        List.of(1, List.of("Drama", "Sci-Fi")),
                        List.of(2, List.of()),
                        List.of(3, List.of()),
                        List.of(4, List.of("IMAX")));
        assertThat(outcome.table().schema().toDDL().replace(" NOT NULL", ""))
                .isEqualTo("movie_id INT,title STRING,release_year INT,genres ARRAY<STRING>");
    }

    @Test
    void rejectsWithSourceAndText() {
        TestOutcome outcome = clean("x;A, \"the\" one (1990);Drama", "1;  ;Drama", "2; (1990);Drama", "0;;");

        assertThat(outcome.rejected())
                .containsExactlyInAnyOrder(
                        new RejectedRow(
                                "invalid_movie_id", "movielens/movies.csv:2", "x,\"A, \"\"the\"\" one (1990)\",Drama"),
                        new RejectedRow("missing_title", "movielens/movies.csv:3", "1,  ,Drama"),
                        new RejectedRow("missing_title", "movielens/movies.csv:4", "2, (1990),Drama"),
                        new RejectedRow("invalid_movie_id", "movielens/movies.csv:5", "0,,"));
    }

    @Test
    void theLaterRowOfAMovieWins() {
        TestOutcome outcome = clean("1;old (1990);Drama", "2;other (1991);Drama", "1;new (1992);Drama", "1;;Drama");

        assertThat(outcome.values("movie_id", "title"))
                .containsExactlyInAnyOrder(List.of(1, "new"), List.of(2, "other"));
        assertThat(outcome.brokenRules()).containsExactly("duplicate", "missing_title");
    }

    private static TestOutcome clean(String... lines) {
        return AssetTester.of(new MoviesAsset())
                .given(BronzeAssets.MOVIES, Raw.movies(lines))
                .run();
    }
}

package dev.ingot.silver.movielens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.RejectedRow;
import dev.ingot.spark.testing.TestOutcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    @Test
    void keepsZerosAndAllowsNoTmdbId() {
        TestOutcome outcome = clean("7;0114709;862", "8;10872600;");

        assertThat(outcome.values("movie_id", "imdb_id", "tmdb_id"))
                .containsExactlyInAnyOrder(List.of(7, "0114709", 862), Arrays.asList(8, "10872600", null));
        assertThat(outcome.table().columns()).containsExactly("movie_id", "imdb_id", "tmdb_id");
    }

    @ParameterizedTest
    @CsvSource({
        "x;;0, invalid_movie_id",
        "7;;0, invalid_imdb_id",
        "7;tt0114709;862, invalid_imdb_id",
        "7;123456;862, invalid_imdb_id",
        "7;123456789;862, invalid_imdb_id",
        "7;0114709;0, invalid_tmdb_id",
        "7;0114709;none, invalid_tmdb_id",
        "7;0114709;8.62, invalid_tmdb_id",
        "9;0114709;-1, invalid_tmdb_id",
        "9;0114709;862, unknown_movie"
    })
    void rejectsUnderTheFirstBrokenRule(String line, String rule) {
        assertThat(clean(line).rejected())
                .containsExactly(new RejectedRow(rule, "movielens/links.csv:2", line.replace(';', ',')));
    }

    @Test
    void theLaterRowOfAMovieWins() {
        TestOutcome outcome = clean("7;0000001;1", "7;0000002;2", "7;bad;3");

        assertThat(outcome.values("imdb_id")).containsExactly(List.of("0000002"));
        assertThat(outcome.brokenRules()).containsExactly("duplicate", "invalid_imdb_id");
    }

    private static TestOutcome clean(String... lines) {
        return AssetTester.of(new LinksAsset())
                .given(BronzeAssets.LINKS, Raw.links(lines))
                .given(SilverAssets.MOVIES, Raw.known(7, 8))
                .run();
    }
}

package dev.ingot.silver.movielens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.RejectedRow;
import dev.ingot.spark.testing.TestOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @ParameterizedTest
    @CsvSource({
        "x;7;fun;964982703, invalid_user_id",
        "1;-7;;x, invalid_movie_id",
        "1;7;;x, empty_tag",
        "1;7;   ;964982703, empty_tag",
        "1;7;fun;x, invalid_timestamp",
        "1;9;fun;x, invalid_timestamp",
        "1;9;fun;964982703, unknown_movie"
    })
    void rejectsUnderTheFirstBrokenRule(String line, String rule) {
        assertThat(clean(line).rejected())
                .containsExactly(new RejectedRow(rule, "movielens/tags.csv:2", line.replace(';', ',')));
    }

    @Test
    void theLatestSpellingOfATagWins() {
        TestOutcome outcome = clean(
                "1;7;Sci-Fi;900000002", "1;7; sci-fi ;900000001", "1;7;SCI-FI;900000002", "1;8;Sci-Fi;1", "2;7;Été ;5");

        assertThat(outcome.values("user_id", "movie_id", "tag"))
                .containsExactlyInAnyOrder(List.of(1, 7, "SCI-FI"), List.of(1, 8, "Sci-Fi"), List.of(2, 7, "Été"));
        assertThat(outcome.rejected())
                .containsExactlyInAnyOrder(
                        new RejectedRow("duplicate", "movielens/tags.csv:2", "1,7,Sci-Fi,900000002"),
                        new RejectedRow("duplicate", "movielens/tags.csv:3", "1,7, sci-fi ,900000001"));
        assertThat(outcome.table().columns()).containsExactly("user_id", "movie_id", "tag", "tagged_at");
    }

    private static TestOutcome clean(String... lines) {
        return AssetTester.of(new TagsAsset())
                .given(BronzeAssets.TAGS, Raw.tags(lines))
                .given(SilverAssets.MOVIES, Raw.known(7, 8))
                .run();
    }
}

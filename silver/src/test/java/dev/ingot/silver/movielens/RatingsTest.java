package dev.ingot.silver.movielens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.RejectedRow;
import dev.ingot.spark.testing.TestOutcome;
import dev.ingot.spark.testing.TestSpark;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingsTest {
    @Test
    void typesAGoodRow() {
        TestOutcome outcome = clean("1;7;4.5;964982703");

        assertThat(outcome.table().schema().toDDL().replace(" NOT NULL", ""))
                .isEqualTo("user_id INT,movie_id INT,rating DOUBLE,rated_at TIMESTAMP,year STRING");
        assertThat(outcome.values("user_id", "movie_id", "rating", "rated_at", "year"))
                .containsExactly(List.of(1, 7, 4.5, Timestamp.from(Instant.parse("2000-07-30T18:45:03Z")), "2000"));
    }

    @ParameterizedTest
    @CsvSource({
        "abc;7;4.5;964982703, invalid_user_id",
        "0;7;4.5;964982703, invalid_user_id",
        "-7;7;4.5;964982703, invalid_user_id",
        ";7;4.5;964982703, invalid_user_id",
        "12.5;7;4.5;964982703, invalid_user_id",
        "1e3;7;4.5;964982703, invalid_user_id",
        "99999999999;7;4.5;964982703, invalid_user_id",
        "0;x;y;z, invalid_user_id",
        "1;0;x;z, invalid_movie_id",
        "1;7;;z, invalid_rating",
        "1;7;five;964982703, invalid_rating",
        "1;7;NaN;964982703, invalid_rating",
        "1;7;4d;964982703, invalid_rating",
        "1;7;4f ;964982703, invalid_rating",
        "1;7;4.0.0;964982703, invalid_rating",
        "1;7;4.0 stars;964982703, invalid_rating",
        "1;7;Infinity;964982703, invalid_rating",
        "1;7;0x1p1;964982703, invalid_rating",
        "1;7;1e400;964982703, rating_out_of_range",
        "1;7;0.0;964982703, rating_out_of_range",
        "1;7;5.5;964982703, rating_out_of_range",
        "1;7;-1;964982703, rating_out_of_range",
        "1;7;3.7;964982703, rating_out_of_range",
        "1;7;2.25;z, rating_out_of_range",
        "1;7;4;yesterday, invalid_timestamp",
        "1;7;4;, invalid_timestamp",
        "1;7;4;0, invalid_timestamp",
        "1;7;4;-5, invalid_timestamp",
        "1;7;4;964982703.5, invalid_timestamp",
        "1;7;4;964982703000, invalid_timestamp",
        "1;7;4;9223372036854775807, invalid_timestamp",
        "1;9;4;yesterday, invalid_timestamp",
        "1;9;4;964982703, unknown_movie"
    })
    void rejectsUnderTheFirstBrokenRule(String line, String rule) {
        assertThat(clean(line).rejected())
                .containsExactly(new RejectedRow(rule, "movielens/ratings.csv:2", line.replace(';', ',')));
    }

    @Test
    void theLatestRatingWinsOverAllYears() {
        TestOutcome outcome = clean("1;7;3.0;1000000000", "1;7;4.0;900000000", "2;7;2.0;800000000");

        assertThat(outcome.values("user_id", "rating", "year"))
                .containsExactlyInAnyOrder(List.of(1, 3.0, "2001"), List.of(2, 2.0, "1995"));
        assertThat(outcome.rejected())
                .containsExactly(new RejectedRow("duplicate", "movielens/ratings.csv:3", "1,7,4.0,900000000"));
    }

    @Test
    void aLoserIsRejectedInItsOwnYear() {
        TestOutcome outcome = tester("1;7;3.0;1000000000", "1;7;4.0;900000000")
                .partitions("1998")
                .run();

        assertThat(outcome.good()).isEmpty();
        assertThat(outcome.brokenRules()).containsExactly("duplicate");
    }

    @Test
    void amongRatingsOfOneTimeTheHigherWinsThenTheLater() {
        TestOutcome outcome = clean("1;7;3.0;900000000", "1;7;4.0;900000000", "1;7;4.0;900000000", "1;7;3.5;900000000");

        assertThat(outcome.rejected())
                .extracting(RejectedRow::source)
                .containsExactlyInAnyOrder(
                        "movielens/ratings.csv:2", "movielens/ratings.csv:3", "movielens/ratings.csv:5");
    }

    @Test
    void aRowThatBrokeAnotherRuleDoesNotCompete() {
        TestOutcome outcome = clean("1;7;9.0;1000000000", "1;7;4.0;900000000", "x;7;4.0;1", "x;7;4.0;1");

        assertThat(outcome.values("rating")).containsExactly(List.of(4.0));
        assertThat(outcome.brokenRules()).containsExactly("invalid_user_id", "invalid_user_id", "rating_out_of_range");
    }

    @Test
    void theYearIsThatOfUtcWhateverTheSessionThinks() {
        SparkSession session = TestSpark.session();
        String before = session.conf().get("spark.sql.session.timeZone");
        session.conf().set("spark.sql.session.timeZone", "Pacific/Auckland");
        try {
            assertThat(clean("1;7;3.0;915148799", "2;7;3.0;915148800").values("user_id", "year"))
                    .containsExactlyInAnyOrder(List.of(1, "1998"), List.of(2, "1999"));
        } finally {
            session.conf().set("spark.sql.session.timeZone", before);
        }
    }

    @Test
    void movesEachRowOnce() {
        String plan = Ratings.of(Raw.ratings("1;7;4.0;900000000"), Raw.known(7))
                .queryExecution()
                .executedPlan()
                .toString();

        assertThat(Pattern.compile("\\bExchange ").matcher(plan).results()).hasSize(1);
        assertThat(plan).contains("BroadcastExchange");
    }

    private static TestOutcome clean(String... lines) {
        return tester(lines).run();
    }

    private static AssetTester tester(String... lines) {
        return AssetTester.of(new RatingsAsset())
                .given(BronzeAssets.RATINGS, Raw.ratings(lines))
                .given(SilverAssets.MOVIES, Raw.known(7, 8));
    }
}

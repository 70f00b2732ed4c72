package dev.ingot.bronze.movielens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.error.IngotException;
import dev.ingot.dataset.MovieLensFile;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.RejectedRow;
import dev.ingot.spark.testing.TestOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandedFileAssetTest {
    private final LandedFileAsset ratings = new LandedFileAsset(BronzeAssets.RATINGS, MovieLensFile.RATINGS);

    @Test
    void keepsFieldsAsTheyAreAndRejectsWhatIsNoRow() {
        TestOutcome outcome = AssetTester.of(ratings)
                .landed(
                        "movielens/ratings.csv",
                        "userId,movieId,rating,timestamp\r\n1,007,4.0,964982703\r\n1,7,4.0\r\n,x,\"3,5\",\r\n")
                .run();

        assertThat(outcome.values("user_id", "movie_id", "rating", "timestamp", "source_object", "source_line"))
                .containsExactlyInAnyOrder(
                        List.of("1", "007", "4.0", "964982703", "movielens/ratings.csv", 2L),
                        List.of("", "x", "3,5", "", "movielens/ratings.csv", 4L));
        assertThat(outcome.rejected())
                .containsExactly(new RejectedRow("malformed_row", "movielens/ratings.csv:3", "1,7,4.0"));
        assertThat(outcome.table().columns())
                .containsExactly(
                        "user_id", "movie_id", "rating", "timestamp", "source_object", "source_version", "source_line");
    }

    @Test
    void aFileWithAnotherHeaderStopsTheStep() {
        AssetTester tester = AssetTester.of(ratings).landed("movielens/ratings.csv", "movieId,title,genres\n1,a,b\n");

        assertThatThrownBy(tester::run).isInstanceOf(IngotException.class).hasMessageContaining("expected_header");
    }
}

package dev.ingot.recommender.evaluation;

import static dev.ingot.recommender.model.TestRatings.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.recommender.lists.TopLists;
import dev.ingot.recommender.model.TestRatings;
import dev.ingot.spark.testing.TestSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

    @Test
    void perfectListsScoreOne() {
        RankingMetrics metrics = RankingMetrics.of(
                lists(row(1, 1, 10), row(1, 2, 20)), TestRatings.of(rating(1, 10, 5), rating(1, 20, 4)), 2, 4);

        assertThat(metrics).isEqualTo(new RankingMetrics(1, 1, 0.5));
    }

    @Test
    void aHitFurtherDownCountsLess() {
        RankingMetrics metrics =
                RankingMetrics.of(lists(row(1, 1, 30), row(1, 2, 10)), TestRatings.of(rating(1, 10, 5)), 2, 4);

        assertThat(metrics.recall()).isEqualTo(1);
        assertThat(metrics.ndcg()).isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
    }

    @Test
    void aUserWithoutAListScoresZeroAndOneWithoutLikesDoesNotCount() {
        RankingMetrics metrics = RankingMetrics.of(
                lists(row(1, 1, 10), row(3, 1, 10)), TestRatings.of(rating(1, 10, 5), rating(2, 10, 5)), 2, 1);

        assertThat(metrics).isEqualTo(new RankingMetrics(0.5, 0.5, 1));
    }

    @Test
    void moreLikesThanPlacesStillAllowAPerfectOrder() {
        RankingMetrics metrics =
                RankingMetrics.of(lists(row(1, 1, 10)), TestRatings.of(rating(1, 10, 5), rating(1, 20, 5)), 1, 2);

        assertThat(metrics).isEqualTo(new RankingMetrics(0.5, 1, 0.5));
    }

    @Test
    void nobodyLikedAnything() {
        assertThat(RankingMetrics.of(lists(row(1, 1, 10)), TestRatings.of(), 1, 1))
                .isEqualTo(new RankingMetrics(0, 0, 1));
    }

    private static Row row(int user, int rank, int movie) {
        return RowFactory.create(user, rank, movie, 4.0);
    }

    private static Dataset<Row> lists(Row... rows) {
        return TestSpark.session().createDataFrame(List.of(rows), TopLists.SCHEMA);
    }
}

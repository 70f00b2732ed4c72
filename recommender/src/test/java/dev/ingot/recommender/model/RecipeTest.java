package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.TestRatings.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.recommender.evaluation.RatingMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RecipeTest {

    private static final Dataset<Row> RATINGS = TestRatings.twoTastes(60, 40, 3).cache();
    private static final TrainedModel MODEL = Recipe.train(RATINGS, RecipeSettings.DEFAULT);

    @Test
    void learnsTasteBeyondTheBiases() {
        assertThat(MODEL.predict(2, 4)).isGreaterThan(3.8);
        assertThat(MODEL.predict(2, 5)).isLessThan(2.2);
        assertThat(RatingMetrics.of(RATINGS, MODEL).rmse())
                .isLessThan(0.6 * RatingMetrics.of(RATINGS, MODEL.biases()).rmse());
    }

    @Test
    void learnsWhoLikesWhat() {
        assertThat(MODEL.taste().product(2, 4)).isGreaterThan(MODEL.taste().product(2, 5) + 0.5);
    }

    @Test
    void trainsTheSameModelAgainFromRowsInAnotherOrder() {
        TrainedModel again = Recipe.train(RATINGS.repartition(5).sort("rating", "movie_id"), RecipeSettings.DEFAULT);

        for (int movie = 1; movie <= 40; movie++) {
            assertThat(again.predict(7, movie)).isCloseTo(MODEL.predict(7, movie), within(1e-4));
        }
    }

    @Test
    void fallsBackToTheBiasesForTheUnknown() {
        assertThat(MODEL.predict(2, 999)).isEqualTo(MODEL.biases().predict(2, 999));
        assertThat(MODEL.predict(999, 4)).isEqualTo(MODEL.biases().predict(999, 4));
        assertThat(MODEL.predict(999, 999)).isCloseTo(MODEL.biases().mean(), within(1e-9));
    }

    @Test
    void predictsOnTheScaleOnly() {
        Dataset<Row> everything = TestRatings.twoTastes(60, 40, 4).union(TestRatings.of(rating(-1, -1, 3)));

        assertThat(Predictions.of(everything, MODEL)
                        .filter("prediction is null or prediction < 0.5 or prediction > 5")
                        .count())
                .isZero();
    }

    @Test
    void ratingsWithoutAnyLikeHaveNoTaste() {
        TrainedModel grumpy = Recipe.train(TestRatings.of(rating(1, 1, 1), rating(2, 1, 2)), RecipeSettings.DEFAULT);

        assertThat(grumpy.taste()).isEqualTo(Factors.NONE);
        assertThat(grumpy.predict(1, 1)).isBetween(0.5, 2.0);
    }
}

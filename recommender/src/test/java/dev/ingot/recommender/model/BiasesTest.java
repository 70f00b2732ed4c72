package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.TestRatings.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.recommender.evaluation.RatingMetrics;
import org.junit.jupiter.api.Test;

class BiasesTest {

    @Test
    void withoutDampingTheyAreMeansOfWhatIsLeftOver() {
        Biases biases = Biases.fit(
                TestRatings.of(rating(1, 10, 5), rating(1, 20, 3), rating(2, 10, 3), rating(2, 20, 1)),
                new BiasSettings(0, 0, 1));

        assertThat(biases.mean()).isEqualTo(3);
        assertThat(biases.movies().of(10)).isEqualTo(1);
        assertThat(biases.movies().of(20)).isEqualTo(-1);
        assertThat(biases.users().of(1)).isEqualTo(1);
        assertThat(biases.users().of(2)).isEqualTo(-1);
    }

    @Test
    void dampingPullsFewRatingsTowardsZero() {
        Biases biases = Biases.fit(TestRatings.of(rating(1, 10, 5), rating(2, 20, 3)), new BiasSettings(3, 1, 1));

        assertThat(biases.movies().of(10)).isEqualTo(1.0 / 4);
        assertThat(biases.users().of(1)).isEqualTo(0.75 / 2);
    }

    @Test
    void moreSweepsSeparateTheUserFromTheMovies() {
        var ratings = TestRatings.of(rating(1, 10, 5), rating(1, 20, 5), rating(2, 10, 4), rating(2, 30, 2));

        Biases once = Biases.fit(ratings, new BiasSettings(0, 0, 1));
        Biases often = Biases.fit(ratings, new BiasSettings(0, 0, 50));

        assertThat(RatingMetrics.of(ratings, often).rmse())
                .isLessThan(RatingMetrics.of(ratings, once).rmse());
        assertThat(often.expected(1, 20)).isCloseTo(5, within(0.01));
    }

    @Test
    void theUnknownHasNoBias() {
        Biases biases = Biases.fit(TestRatings.of(rating(1, 10, 4)), BiasSettings.DEFAULT);

        assertThat(biases.predict(99, 98)).isEqualTo(4);
    }

    @Test
    void predictionsStayOnTheScaleButExpectationsNeedNot() {
        Biases biases = Biases.fit(
                TestRatings.of(rating(1, 10, 5), rating(1, 20, 5), rating(2, 10, 5), rating(2, 20, 0.5)),
                new BiasSettings(0, 0, 1));

        assertThat(biases.expected(1, 10)).isGreaterThan(5);
        assertThat(biases.predict(1, 10)).isEqualTo(5);
    }

    @Test
    void refusesToFitNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Biases.fit(TestRatings.of(), BiasSettings.DEFAULT))
                .withMessageContaining("no ratings");
        assertThatIllegalArgumentException().isThrownBy(() -> new BiasSettings(-1, 0, 1));
    }
}

package dev.ingot.recommender.evaluation;

import static dev.ingot.recommender.model.TestRatings.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.recommender.model.TestRatings;
import org.junit.jupiter.api.Test;

class RatingMetricsTest {

    @Test
    void countsEveryRow() {
        RatingMetrics metrics =
                RatingMetrics.of(TestRatings.of(rating(1, 1, 3), rating(1, 2, 4), rating(2, 1, 5)), (user, movie) -> 3);

        assertThat(metrics.rmse()).isCloseTo(Math.sqrt((0 + 1 + 4) / 3.0), within(1e-12));
        assertThat(metrics.mae()).isEqualTo(1);
    }
}

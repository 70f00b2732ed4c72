package dev.ingot.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.recommender.model.TestRatings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final Dataset<Row> RATINGS = TestRatings.twoTastes(100, 50, 1);

    @Test
    void everyRatingGoesToExactlyOnePart() {
        Split split = Split.of(RATINGS, 0.2, 7);

        long all = RATINGS.count();
        assertThat(split.train().count() + split.test().count()).isEqualTo(all);
        assertThat(split.train().intersect(split.test()).count()).isZero();
        assertThat((double) split.test().count() / all).isCloseTo(0.2, within(0.03));
    }

    @Test
    void doesNotDependOnPartitionsOrOrder() {
        Dataset<Row> shuffled = RATINGS.repartition(7).sort("movie_id", "rating");

        assertThat(test(shuffled, 7)).containsExactlyInAnyOrderElementsOf(test(RATINGS, 7));
    }

    @Test
    void dependsOnTheSeed() {
        assertThat(test(RATINGS, 8)).isNotEqualTo(test(RATINGS, 7));
    }

    @Test
    void refusesAShareThatLeavesAPartEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(RATINGS, 1, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(RATINGS, 0, 7));
    }

    private static List<Row> test(Dataset<Row> ratings, long seed) {
        return Split.of(ratings, 0.2, seed).test().collectAsList();
    }
}

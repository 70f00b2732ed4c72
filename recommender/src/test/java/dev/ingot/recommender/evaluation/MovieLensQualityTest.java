package dev.ingot.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ingot.recommender.model.RecipeSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The quality that is promised on real ratings; skipped where the archive is not at hand. */
class MovieLensQualityTest {

    @Test
    void theDefaultsBeatEveryBaselineOnRealRatings() {
        Optional<Path> archive = MovieLens.small();
        assumeTrue(archive.isPresent(), "ml-latest-small is not beside the repository");
        Dataset<Row> ratings = MovieLens.ratings(archive.orElseThrow());

        EvaluationReport report = Evaluation.of(ratings, RecipeSettings.DEFAULT, EvaluationSettings.DEFAULT)
                .orElseThrow();

        assertThat(report.rmse("als")).isLessThan(0.855).isLessThan(report.rmse("biases") - 0.01);
        assertThat(ndcg(report, "als")).isGreaterThan(1.3 * ndcg(report, "popularity"));
        assertThat(report.coldRows()).isPositive();
    }

    private static double ndcg(EvaluationReport report, String model) {
        return Objects.requireNonNull(report.quality(model).ranking()).ndcg();
    }
}

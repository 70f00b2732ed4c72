package dev.ingot.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.check.CheckResult;
import dev.ingot.recommender.evaluation.EvaluationReport;
import dev.ingot.recommender.evaluation.ModelQuality;
import dev.ingot.recommender.evaluation.RatingMetrics;
import dev.ingot.spark.testing.TestSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ModelGateTest {

    @Test
    void aModelThatBeatsTheBiasesPasses() {
        CheckResult gate = ModelGate.of(evaluations(new Measured("a.1", 0.85, 0.87)));

        assertThat(gate.failed()).isFalse();
        assertThat(gate.detail()).isEqualTo("RMSE 0.8500, the biases alone 0.8700");
    }

    @Test
    void theFirstModelThatLosesBlocksWhatFollows() {
        CheckResult gate = ModelGate.of(evaluations(new Measured("a.1", 0.87, 0.87)));

        assertThat(gate.failed()).isTrue();
        assertThat(gate.blocks()).isTrue();
    }

    @Test
    void aLaterModelThatLosesFailsButTheEarlierOneStaysInUse() {
        Dataset<Row> evaluations = evaluations(new Measured("a.1", 0.85, 0.87), new Measured("b.1", 0.9, 0.87));

        CheckResult gate = ModelGate.of(evaluations);

        assertThat(gate.failed()).isTrue();
        assertThat(gate.blocks()).isFalse();
        assertThat(gate.detail()).contains("0.9000").contains("a.1 stays in use");
        assertThat(EvaluationRows.newestPassed(evaluations)).contains("a.1");
    }

    @Test
    void theNewestThatPassedIsInUse() {
        Dataset<Row> evaluations = evaluations(new Measured("b.1", 0.86, 0.87), new Measured("a.1", 0.85, 0.87));

        assertThat(EvaluationRows.newestPassed(evaluations)).contains("b.1");
    }

    private record Measured(String version, double als, double biases) {}

    private static Dataset<Row> evaluations(Measured... models) {
        List<Row> rows = new ArrayList<>();
        for (Measured model : models) {
            rows.addAll(EvaluationRows.of(
                    model.version(),
                    new EvaluationReport(
                            List.of(
                                    new ModelQuality(ModelQuality.ALS, new RatingMetrics(model.als(), 0.7), null),
                                    new ModelQuality(
                                            ModelQuality.BIASES, new RatingMetrics(model.biases(), 0.7), null)),
                            9,
                            1)));
        }
        return TestSpark.session().createDataFrame(rows, EvaluationRows.SCHEMA);
    }
}

package dev.ingot.recommender;

import static dev.ingot.recommender.ModelRegistry.MODEL_VERSION;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import dev.ingot.core.check.CheckResult;
import dev.ingot.recommender.evaluation.ModelQuality;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decides whether the newest model may recommend, and if not, whether an earlier one still can. */
final class ModelGate {

    private ModelGate() {}

    /** Looks at the evaluations: a failed newest model blocks what follows only when no earlier one has passed. */
    static CheckResult of(Dataset<Row> evaluations) {
        String newest = evaluations.agg(max(MODEL_VERSION)).first().getString(0);
        Map<String, Row> rows = evaluations.filter(col(MODEL_VERSION).equalTo(newest)).collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs("model"), row -> row));
        String detail =
                "RMSE %s, the biases alone %s".formatted(rmse(rows, ModelQuality.ALS), rmse(rows, ModelQuality.BIASES));
        return EvaluationRows.newestPassed(evaluations)
                .map(passed -> passed.equals(newest)
                        ? CheckResult.passed(EvaluationDefinition.GATE, detail)
                        : CheckResult.failed(EvaluationDefinition.GATE, detail + "; model " + passed + " stays in use"))
                .orElseGet(() -> CheckResult.blocked(EvaluationDefinition.GATE, detail));
    }

    private static String rmse(Map<String, Row> rows, String model) {
        Row row = rows.get(model);
        if (row == null) {
            throw new IllegalStateException("no evaluation of " + model);
        }
        return String.format(Locale.ROOT, "%.4f", row.<Double>getAs("rmse"));
    }
}

package dev.ingot.recommender;

import static dev.ingot.recommender.ModelRegistry.MODEL_VERSION;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import dev.ingot.recommender.evaluation.EvaluationReport;
import dev.ingot.recommender.evaluation.ModelQuality;
import dev.ingot.recommender.evaluation.RankingMetrics;
import dev.ingot.recommender.evaluation.RatingMetrics;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows of the table of evaluations: one for each model version and each of the baselines measured with it. */
final class EvaluationRows {

    static final StructType SCHEMA = new StructType()
            .add(MODEL_VERSION, DataTypes.StringType)
            .add("model", DataTypes.StringType)
            .add("rmse", DataTypes.DoubleType)
            .add("mae", DataTypes.DoubleType)
            .add("recall_at_10", DataTypes.DoubleType)
            .add("ndcg_at_10", DataTypes.DoubleType)
            .add("coverage", DataTypes.DoubleType)
            .add("warm_rows", DataTypes.LongType)
            .add("cold_rows", DataTypes.LongType)
            .add("passed", DataTypes.BooleanType);

    private EvaluationRows() {}

    static List<Row> of(String version, EvaluationReport report) {
        return report.qualities().stream()
                .map(quality -> row(version, report, quality))
                .toList();
    }

    private static Row row(String version, EvaluationReport report, ModelQuality quality) {
        RatingMetrics rating = quality.rating();
        RankingMetrics ranking = quality.ranking();
        return RowFactory.create(
                version,
                quality.model(),
                rating == null ? null : rating.rmse(),
                rating == null ? null : rating.mae(),
                ranking == null ? null : ranking.recall(),
                ranking == null ? null : ranking.ndcg(),
                ranking == null ? null : ranking.coverage(),
                report.warmRows(),
                report.coldRows(),
                report.passed());
    }

    /** The rows of all versions: the earlier ones, and those just measured in place of any of the same version. */
    static Dataset<Row> with(Optional<Dataset<Row>> earlier, String version, List<Row> measured, SparkSession spark) {
        Dataset<Row> rows = spark.createDataFrame(measured, SCHEMA);
        return earlier.map(
                        all -> all.filter(col(MODEL_VERSION).notEqual(version)).unionByName(rows))
                .orElse(rows);
    }

    /** The newest version that passed its gate. */
    static Optional<String> newestPassed(Dataset<Row> evaluations) {
        Row newest = evaluations.filter(col("passed")).agg(max(MODEL_VERSION)).first();
        return newest.isNullAt(0) ? Optional.empty() : Optional.of(newest.getString(0));
    }
}

package dev.ingot.recommender;

import static org.apache.spark.sql.functions.max;

import dev.ingot.core.event.StepId;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TrainedModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows of the registry: a model exists once its row is committed, and its version is the step that made it. */
final class ModelRegistry {

    static final String MODEL_VERSION = "model_version";

    static final StructType SCHEMA = new StructType()
            .add(MODEL_VERSION, DataTypes.StringType)
            .add("run_id", DataTypes.StringType)
            .add("created_at", DataTypes.TimestampType)
            .add("settings", DataTypes.StringType)
            .add("ratings", DataTypes.LongType)
            .add("users", DataTypes.IntegerType)
            .add("movies", DataTypes.IntegerType);

    private ModelRegistry() {}

    /** The row of a new model. */
    static Row row(StepId step, Instant at, RecipeSettings settings, long ratings, TrainedModel model) {
        return RowFactory.create(
                step.toString(),
                step.run().toString(),
                Timestamp.from(at),
                settings.toJson(),
                ratings,
                model.biases().users().ids().size(),
                model.biases().movies().ids().size());
    }

    /** The rows of all models: the earlier ones and a new one. */
    static Dataset<Row> with(Optional<Dataset<Row>> earlier, Row added, SparkSession spark) {
        Dataset<Row> row = spark.createDataFrame(List.of(added), SCHEMA);
        return earlier.map(rows -> rows.unionByName(row)).orElse(row);
    }

    /** The version of the newest model: steps sort by time. */
    static StepId newest(Dataset<Row> registry) {
        return StepId.parse(registry.agg(max(MODEL_VERSION)).first().getString(0));
    }
}

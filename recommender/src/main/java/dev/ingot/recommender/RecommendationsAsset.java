package dev.ingot.recommender;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.StepId;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.recommender.lists.ListSettings;
import dev.ingot.recommender.model.RatingColumns;
import dev.ingot.recommender.model.TrainedModel;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes the lists of the newest model that passed its gate. */
final class RecommendationsAsset implements PostgresTable {

    private final ListSettings settings;

    RecommendationsAsset(ListSettings settings) {
        this.settings = settings;
    }

    @Override
    public AssetSpec spec() {
        return RecommendationsDefinition.SPEC;
    }

    @Override
    public String table() {
        return RecommendationsDefinition.TABLE;
    }

    @Override
    public String publish() {
        return RecommendationsDefinition.PUBLISH;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        StepId version = EvaluationRows.newestPassed(inputs.read(RecommenderAssets.EVALUATION))
                .map(StepId::parse)
                .orElseThrow(() -> RecommenderErrors.noModelPassed(key()));
        TrainedModel model = ModelFolder.load(inputs.spark(), inputs.folder(RecommenderAssets.MODEL, version));
        return Recommendations.of(RatingColumns.of(inputs.read(ModelDefinition.RATINGS)), model, version, settings);
    }
}

package dev.ingot.recommender;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.recommender.model.RatingColumns;
import dev.ingot.recommender.model.Recipe;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TrainedModel;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trains a model on all good ratings, leaves it in the step's folder and registers it. */
final class ModelAsset implements DeltaAsset {

    private final RecipeSettings settings;

    ModelAsset(RecipeSettings settings) {
        this.settings = settings;
    }

    @Override
    public AssetSpec spec() {
        return ModelDefinition.SPEC;
    }

    /** Trains here and now: the row cannot be known before. */
    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        Dataset<Row> ratings =
                RatingColumns.of(inputs.read(ModelDefinition.RATINGS)).cache();
        try {
            long count = ratings.count();
            if (count == 0) {
                throw RecommenderErrors.tooFewRatings(key(), ModelDefinition.RATINGS);
            }
            TrainedModel model = Recipe.train(ratings, settings);
            ModelFolder.save(model, inputs.spark(), inputs.folder());
            Row row = ModelRegistry.row(inputs.step(), inputs.at(), settings, count, model);
            return ModelRegistry.with(inputs.previous(), row, inputs.spark());
        } finally {
            ratings.unpersist();
        }
    }
}

package dev.ingot.recommender;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Layer;

/** What the registry of models is. */
final class ModelDefinition {

    static final AssetKey RATINGS = AssetKey.of(Layer.SILVER, "movielens", "ratings");

    static final AssetSpec SPEC = AssetSpec.of(
                    RecommenderAssets.MODEL,
                    "Trained models, one row each: biases, ALS on their residuals, ALS on likes.")
            .reads(RATINGS)
            .build();

    private ModelDefinition() {}
}

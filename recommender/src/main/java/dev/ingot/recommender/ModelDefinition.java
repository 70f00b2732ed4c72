package dev.ingot.recommender;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.silver.SilverAssets;

/** What the registry of models is. */
final class ModelDefinition {

    static final AssetKey RATINGS = SilverAssets.RATINGS;

    static final AssetSpec SPEC = AssetSpec.of(
                    RecommenderAssets.MODEL,
                    "Trained models, one row each: biases, ALS on their residuals, ALS on likes.")
            .reads(RATINGS)
            .build();

    private ModelDefinition() {}
}

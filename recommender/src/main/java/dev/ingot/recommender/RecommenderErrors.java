package dev.ingot.recommender;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;

/** What can go wrong here for a user. */
final class RecommenderErrors {

    private RecommenderErrors() {}

    static IngotException tooFewRatings(AssetKey asset, AssetKey ratings) {
        return new IngotException(Diagnostic.of(ErrorCode.CHECK_FAILED, "There are too few ratings to learn from")
                .at(asset.toString())
                .because(ratings + " has too few rows for both a model and a test of it")
                .help("ingot show " + ratings + "__rejected, if most rows were rejected")
                .help("ingot dataset load PATH, or ingot dataset generate, for more"));
    }

    static IngotException noModelPassed(AssetKey asset) {
        return new IngotException(Diagnostic.of(ErrorCode.CHECK_FAILED, "No model has passed its gate yet")
                .at(asset.toString())
                .because("a model must predict better than the biases of users and movies alone")
                .help("ingot show " + RecommenderAssets.EVALUATION + ", to see by how much it failed"));
    }
}

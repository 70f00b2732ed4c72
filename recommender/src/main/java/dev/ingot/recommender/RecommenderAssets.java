package dev.ingot.recommender;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;

/** The keys of the assets of the recommender layer. */
public final class RecommenderAssets {

    /** The registry of trained models, one row each; the models themselves lie in folders beside it. */
    public static final AssetKey MODEL = key("model");

    /** The quality of each model beside its baselines, and whether it passed its gate. */
    public static final AssetKey EVALUATION = key("evaluation");

    /** The top ten of every user, in PostgreSQL. */
    public static final AssetKey RECOMMENDATIONS = key("recommendations");

    private RecommenderAssets() {}

    private static AssetKey key(String name) {
        return AssetKey.of(Layer.RECOMMENDER, "movielens", name);
    }
}

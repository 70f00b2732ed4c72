package dev.ingot.recommender;

import dev.ingot.core.asset.AssetSpec;

/** What the table of recommendations is. */
final class RecommendationsDefinition {

    static final AssetSpec SPEC = AssetSpec.of(
                    RecommenderAssets.RECOMMENDATIONS,
                    "The ten movies to show to each user, none of which the user has rated, from the newest model that"
                            + " passed its gate.")
            .reads(RecommenderAssets.MODEL, RecommenderAssets.EVALUATION, ModelDefinition.RATINGS)
            .build();

    static final String TABLE = "recommender.recommendations";

    /** Brings the table up to the staged rows; beside this class. */
    static final String PUBLISH = "publish-recommendations.sql";

    private RecommendationsDefinition() {}
}

package dev.ingot.recommender;

import dev.ingot.core.asset.AssetSpec;

/** What the table of evaluations is. */
final class EvaluationDefinition {

    /** The name of the check that a model must pass before it recommends anything. */
    static final String GATE = "beats_biases";

    static final AssetSpec SPEC = AssetSpec.of(
                    RecommenderAssets.EVALUATION,
                    "The quality of each model on held-back ratings, beside its baselines; a model that loses to the"
                            + " biases alone does not pass.")
            .reads(RecommenderAssets.MODEL, ModelDefinition.RATINGS)
            .build();

    private EvaluationDefinition() {}
}

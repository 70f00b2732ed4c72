package dev.ingot.recommender;

import org.jspecify.annotations.Nullable;

/**
 * The quality of one model, or of one baseline.
 *
 * @param model its name
 * @param rating errors of the predicted ratings; null when it predicts none
 * @param ranking quality of its lists; null when it ranks nothing
 */
record ModelQuality(
        String model,
        @Nullable RatingMetrics rating,
        @Nullable RankingMetrics ranking) {

    static final String ALS = "als";
    static final String BIASES = "biases";
    static final String GLOBAL_MEAN = "global_mean";
    static final String POPULARITY = "popularity";
}

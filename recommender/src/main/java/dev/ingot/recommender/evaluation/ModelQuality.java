package dev.ingot.recommender.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The quality of one model, or of one baseline.
 *
 * @param model its name
 * @param rating errors of the predicted ratings; null when it predicts none
 * @param ranking quality of its lists; null when it ranks nothing
 */
public record ModelQuality(
        String model,
        @Nullable RatingMetrics rating,
        @Nullable RankingMetrics ranking) {

    public static final String ALS = "als";
    public static final String BIASES = "biases";
    public static final String GLOBAL_MEAN = "global_mean";
    public static final String POPULARITY = "popularity";
}

package dev.ingot.recommender.evaluation;

import dev.ingot.recommender.lists.ListSettings;

/**
 * How a recipe is measured.
 *
 * @param testShare share of the ratings that are held back
 * @param seed decides which
 * @param relevantFrom the lowest held-back rating of a movie that should have been recommended
 */
public record EvaluationSettings(double testShare, long seed, double relevantFrom, ListSettings lists) {

    public static final EvaluationSettings DEFAULT = new EvaluationSettings(0.2, 1, 4.0, ListSettings.DEFAULT);
}

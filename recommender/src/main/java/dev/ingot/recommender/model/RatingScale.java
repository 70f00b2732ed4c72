package dev.ingot.recommender.model;

/** The scale of the ratings: half stars from 0.5 to 5. */
final class RatingScale {

    static final double LOWEST = 0.5;
    static final double HIGHEST = 5.0;

    private RatingScale() {}

    static double clip(double rating) {
        return Math.min(HIGHEST, Math.max(LOWEST, rating));
    }
}

package dev.ingot.recommender.model;

/**
 * How likes are learned.
 *
 * @param likedFrom the lowest rating that counts as a like
 * @param confidence how much more a like weighs than a movie that the user never rated
 */
public record TasteSettings(double likedFrom, double confidence, AlsSettings als) {

    public static final TasteSettings DEFAULT = new TasteSettings(4.0, 10, AlsSettings.LIKES);
}

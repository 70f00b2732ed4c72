package dev.ingot.recommender;

/**
 * How likes are learned.
 *
 * @param likedFrom the lowest rating that counts as a like
 * @param confidence how much more a like weighs than a movie that the user never rated
 */
record TasteSettings(double likedFrom, double confidence, AlsSettings als) {

    static final TasteSettings DEFAULT = new TasteSettings(4.0, 10, AlsSettings.LIKES);
}

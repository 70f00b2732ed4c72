package dev.ingot.recommender;

/**
 * What a list of recommendations is.
 *
 * @param size its length; shorter only when nothing else may be recommended
 * @param minimumSupport a movie with fewer ratings is never recommended
 */
record ListSettings(int size, int minimumSupport) {

    static final ListSettings DEFAULT = new ListSettings(RecommenderAssets.LIST_LENGTH, 10);

    ListSettings {
        if (size < 1 || minimumSupport < 0) {
            throw new IllegalArgumentException("a list must hold at least one movie; support is not negative");
        }
    }
}

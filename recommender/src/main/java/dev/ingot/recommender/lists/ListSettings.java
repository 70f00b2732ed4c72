package dev.ingot.recommender.lists;

/**
 * What a list of recommendations is.
 *
 * @param size its length; shorter only when nothing else may be recommended
 * @param minimumSupport a movie with fewer ratings is never recommended
 */
public record ListSettings(int size, int minimumSupport) {

    /** How many movies are kept for each user. */
    public static final int LENGTH = 10;

    public static final ListSettings DEFAULT = new ListSettings(LENGTH, 10);

    public ListSettings {
        if (size < 1 || minimumSupport < 0) {
            throw new IllegalArgumentException("a list must hold at least one movie; support is not negative");
        }
    }
}

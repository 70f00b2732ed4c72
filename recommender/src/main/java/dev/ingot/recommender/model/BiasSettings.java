package dev.ingot.recommender.model;

/**
 * How strongly biases are pulled towards zero, and how often they are fitted in turn.
 *
 * @param movieDamping number of imaginary average ratings added to each movie
 * @param userDamping number of imaginary average ratings added to each user
 * @param sweeps rounds of movies, then users; two are enough for three digits, the default is three
 */
public record BiasSettings(double movieDamping, double userDamping, int sweeps) {

    public static final BiasSettings DEFAULT = new BiasSettings(3, 5, 3);

    public BiasSettings {
        if (movieDamping < 0 || userDamping < 0 || sweeps < 1) {
            throw new IllegalArgumentException("damping must not be negative, sweeps at least 1");
        }
    }
}

package dev.ingot.recommender.model;

/**
 * How factors are fitted by alternating least squares.
 *
 * @param rank length of a factor
 * @param regularization pull towards zero; Spark multiplies it by the number of ratings of the user or movie, so that one
 *     value fits small and large data
 * @param iterations rounds of users, then movies
 * @param blocks parts that users and movies are cut into; the result depends on it, so it does not follow the machine
 * @param seed of the first factors
 */
public record AlsSettings(int rank, double regularization, int iterations, int blocks, long seed) {

    /** For residuals of half-star ratings. */
    public static final AlsSettings RESIDUALS = new AlsSettings(32, 0.14, 10, 4, 42);

    /** For likes. */
    public static final AlsSettings LIKES = new AlsSettings(32, 0.05, 10, 4, 42);

    public AlsSettings {
        if (rank < 1 || regularization < 0 || iterations < 1 || blocks < 1) {
            throw new IllegalArgumentException(
                    "rank, iterations and blocks must be at least 1, regularization not negative");
        }
    }
}

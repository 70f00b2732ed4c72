package dev.ingot.recommender.model;

/**
 * Everything that was learned from a set of ratings.
 *
 * @param biases mean, users and movies without taste
 * @param residuals what taste adds to the biases, in stars
 * @param taste who likes what, in no unit; only its order has a meaning
 */
public record TrainedModel(Biases biases, Factors residuals, Factors taste) implements Predictor {

    /** Biases plus taste, on the scale; for a user or movie without factors the biases alone. */
    @Override
    public double predict(int userId, int movieId) {
        return RatingScale.clip(biases.expected(userId, movieId) + residuals.product(userId, movieId));
    }
}

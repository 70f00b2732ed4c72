package dev.ingot.recommender;

import java.io.Serializable;

/** Gives each pair of user and movie a number, also those never seen; what is shown to people is a rating on the scale. */
@FunctionalInterface
interface Predictor extends Serializable {

    double predict(int userId, int movieId);
}

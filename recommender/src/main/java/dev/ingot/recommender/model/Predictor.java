package dev.ingot.recommender.model;

import java.io.Serializable;

/** Gives each pair of user and movie a number, also those never seen; what is shown to people is a rating on the scale. */
@FunctionalInterface
public interface Predictor extends Serializable {

    double predict(int userId, int movieId);
}

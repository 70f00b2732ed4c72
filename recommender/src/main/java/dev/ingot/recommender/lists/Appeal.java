package dev.ingot.recommender.lists;

import dev.ingot.recommender.model.Predictor;
import java.io.Serializable;

/** Orders the movies of a catalogue for a user: the higher, the sooner. */
@FunctionalInterface
public interface Appeal extends Serializable {

    /** Fills in one number for each movie of the catalogue, in its order; {@code NEGATIVE_INFINITY} means never. */
    void fill(int userId, float[] appeals);

    /** The same order for everybody: the most rated movies first. */
    static Appeal popularity(Catalogue catalogue) {
        return byMovie((userId, movieId) -> catalogue.ratingsOf(movieId), catalogue);
    }

    /** The movies with the highest number first. */
    static Appeal byMovie(Predictor number, Catalogue catalogue) {
        return (userId, appeals) -> {
            for (int row = 0; row < appeals.length; row++) {
                appeals[row] = (float) number.predict(userId, catalogue.movies().at(row));
            }
        };
    }
}

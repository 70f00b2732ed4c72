package dev.ingot.recommender.lists;

import dev.ingot.recommender.model.Predictor;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses movies of a catalogue by their appeal and shows their predicted rating.
 *
 * @param catalogue what may be chosen
 * @param appeal which of them are chosen; of equals, the lower id
 * @param predictor the score that is shown, and the order of the list
 */
public record Ranking(Catalogue catalogue, Appeal appeal, Predictor predictor) implements Serializable {

    private static final Comparator<Choice> BEST_FIRST =
            Comparator.comparingDouble(Choice::score).reversed().thenComparingInt(Choice::movieId);

    /** A movie on somebody's list. */
    public record Choice(int movieId, double score) {}

    /** The list of a user, best first, without the movies that the user has rated. */
    public List<Choice> list(int userId, Iterable<Integer> rated, int size) {
        float[] appeals = new float[catalogue.movies().size()];
        appeal.fill(userId, appeals);
        for (int movieId : rated) {
            int row = catalogue.movies().rowOf(movieId);
            if (row >= 0) {
                appeals[row] = Float.NEGATIVE_INFINITY;
            }
        }
        return IntStream.of(TopK.of(appeals, size))
                .map(catalogue.movies()::at)
                .mapToObj(movieId -> new Choice(movieId, predictor.predict(userId, movieId)))
                .sorted(BEST_FIRST)
                .toList();
    }
}

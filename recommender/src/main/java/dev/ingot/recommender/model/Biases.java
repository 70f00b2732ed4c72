package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.RATING;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a rating is before taste comes in: the global mean, plus how well the movie is rated, plus how generous the user is.
 *
 * <p>The tables are held as flat arrays (12 bytes an id), so a sweep over the ratings is one aggregation without a join.
 */
public record Biases(double mean, BiasTable movies, BiasTable users) implements Predictor {

    /**
     * Fits movies and users in turn, each against what the other leaves over.
     *
     * @param ratings not empty; read twice a sweep, so worth caching
     */
    public static Biases fit(Dataset<Row> ratings, BiasSettings settings) {
        Row total = ratings.agg(avg(RATING)).first();
        if (total.isNullAt(0)) {
            throw new IllegalArgumentException("no ratings to fit biases to");
        }
        Biases biases = new Biases(total.getDouble(0), BiasTable.EMPTY, BiasTable.EMPTY);
        for (int sweep = 0; sweep < settings.sweeps(); sweep++) {
            biases = biases.withMovies(
                    side(ratings, MOVIE_ID, biases.withMovies(BiasTable.EMPTY), settings.movieDamping()));
            biases =
                    biases.withUsers(side(ratings, USER_ID, biases.withUsers(BiasTable.EMPTY), settings.userDamping()));
        }
        return biases;
    }

    /** The sum of mean and biases, not clipped to the scale. */
    public double expected(int userId, int movieId) {
        return mean + movies.of(movieId) + users.of(userId);
    }

    @Override
    public double predict(int userId, int movieId) {
        return RatingScale.clip(expected(userId, movieId));
    }

    /** The ratings with what the biases leave over in place of the rating. */
    public Dataset<Row> residuals(Dataset<Row> ratings) {
        Column expected = Predictions.column(ratings, this::expected);
        return ratings.withColumn(RATING, col(RATING).minus(expected));
    }

    private Biases withMovies(BiasTable newMovies) {
        return new Biases(mean, newMovies, users);
    }

    private Biases withUsers(BiasTable newUsers) {
        return new Biases(mean, movies, newUsers);
    }

    private static BiasTable side(Dataset<Row> ratings, String id, Biases others, double damping) {
        return BiasTable.ofRows(others.residuals(ratings)
                .groupBy(id)
                .agg(sum(RATING).divide(count(RATING).plus(damping)))
                .collectAsList());
    }
}

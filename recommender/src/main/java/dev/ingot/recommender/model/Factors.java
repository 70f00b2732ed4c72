package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.RATING;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;

import java.io.Serializable;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The factors of users and movies whose products approximate the values they were fitted to. */
public record Factors(FactorTable users, FactorTable movies) implements Serializable {

    /** Factors that know nobody. */
    public static final Factors NONE = new Factors(FactorTable.EMPTY, FactorTable.EMPTY);

    /** Fits the values that are there and says nothing of the others. */
    public static Factors explicit(Dataset<Row> values, AlsSettings settings) {
        return fit(als(settings), values);
    }

    /** Takes each row as a sign of interest, and each absent pair as a weak sign of none. */
    public static Factors implicit(Dataset<Row> interests, TasteSettings settings) {
        return fit(als(settings.als()).setImplicitPrefs(true).setAlpha(settings.confidence()), interests);
    }

    public boolean know(int userId, int movieId) {
        return users.ids().contains(userId) && movies.ids().contains(movieId);
    }

    /** The product of the two factors; 0 when one of the ids is unknown. */
    public double product(int userId, int movieId) {
        int user = users.ids().rowOf(userId);
        int movie = movies.ids().rowOf(movieId);
        return user < 0 || movie < 0 ? 0 : users.dot(user, movies, movie);
    }

    private static ALS als(AlsSettings settings) {
        return new ALS()
                .setUserCol(USER_ID)
                .setItemCol(MOVIE_ID)
                .setRatingCol(RATING)
                .setRank(settings.rank())
                .setRegParam(settings.regularization())
                .setMaxIter(settings.iterations())
                .setNumBlocks(settings.blocks())
                .setSeed(settings.seed())
                .setCheckpointInterval(Checkpoints.INTERVAL);
    }

    private static Factors fit(ALS als, Dataset<Row> values) {
        Checkpoints.ensure(values.sparkSession().sparkContext());
        ALSModel model = als.fit(values);
        return new Factors(
                FactorTable.ofRows(model.userFactors().collectAsList()),
                FactorTable.ofRows(model.itemFactors().collectAsList()));
    }
}

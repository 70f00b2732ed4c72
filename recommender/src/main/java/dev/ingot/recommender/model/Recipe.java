package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.RatingColumns.RATING;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes a model of ratings: biases, an explicit ALS on their residuals, an implicit ALS on likes.
 *
 * <p>Two factorisations, because one cannot do both. Trained to predict ratings, ALS says nothing of the pairs it has not
 * seen and ranks worse than popularity; trained on likes, it ranks well and predicts no rating.
 */
public final class Recipe {

    private Recipe() {}

    /**
     * @param ratings in the form of {@link RatingColumns#of}, not empty; read several times, so worth caching
     */
    public static TrainedModel train(Dataset<Row> ratings, RecipeSettings settings) {
        Biases biases = Biases.fit(ratings, settings.biases());
        Factors residuals = Factors.explicit(biases.residuals(ratings), settings.residuals());
        return new TrainedModel(biases, residuals, taste(ratings, settings.taste()));
    }

    private static Factors taste(Dataset<Row> ratings, TasteSettings settings) {
        Dataset<Row> likes = likes(ratings, settings.likedFrom());
        return likes.isEmpty() ? Factors.NONE : Factors.implicit(likes.withColumn(RATING, lit(1.0)), settings);
    }

    public static Dataset<Row> likes(Dataset<Row> ratings, double likedFrom) {
        return ratings.filter(col(RATING).geq(likedFrom));
    }
}

package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Applies a predictor to every row of a data set; the predictor goes to each executor once. */
public final class Predictions {

    public static final String PREDICTION = "prediction";

    private Predictions() {}

    /** Adds what is predicted for each row as a column; no row is dropped. */
    public static Dataset<Row> of(Dataset<Row> ratings, Predictor predictor) {
        return ratings.withColumn(PREDICTION, column(ratings, predictor));
    }

    public static Column column(Dataset<Row> ratings, Predictor predictor) {
        Broadcast<Predictor> shared = broadcast(ratings, predictor);
        UDF2<Integer, Integer, Double> predict = (user, movie) -> shared.value().predict(user, movie);
        return udf(predict, DataTypes.DoubleType).apply(col(USER_ID), col(MOVIE_ID));
    }

    public static <T> Broadcast<T> broadcast(Dataset<Row> beside, T value) {
        return JavaSparkContext.fromSparkContext(beside.sparkSession().sparkContext())
                .broadcast(value);
    }
}

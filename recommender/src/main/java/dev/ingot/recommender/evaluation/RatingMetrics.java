package dev.ingot.recommender.evaluation;

import static dev.ingot.recommender.model.Predictions.PREDICTION;
import static dev.ingot.recommender.model.RatingColumns.RATING;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sqrt;

import dev.ingot.recommender.model.Predictions;
import dev.ingot.recommender.model.Predictor;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How far predicted ratings are from the true ones, over every row: root mean square and mean absolute error, in stars. */
public record RatingMetrics(double rmse, double mae) {

    /**
     * @param test not empty
     */
    public static RatingMetrics of(Dataset<Row> test, Predictor predictor) {
        Column error = col(PREDICTION).minus(col(RATING));
        Row errors = Predictions.of(test, predictor)
                .agg(sqrt(avg(error.multiply(error))), avg(abs(error)))
                .first();
        return new RatingMetrics(errors.getDouble(0), errors.getDouble(1));
    }
}

package dev.ingot.recommender.model;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The columns of ratings, as every algorithm here expects them. */
public final class RatingColumns {

    public static final String USER_ID = "user_id";
    public static final String MOVIE_ID = "movie_id";
    public static final String RATING = "rating";

    private RatingColumns() {}

    /** The three columns of any table of ratings in the types that ALS needs: ids as int, the rating as double. */
    public static Dataset<Row> of(Dataset<Row> ratings) {
        return ratings.select(
                col(USER_ID).cast("int"), col(MOVIE_ID).cast("int"), col(RATING).cast("double"));
    }
}

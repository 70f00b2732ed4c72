package dev.ingot.recommender;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The columns of ratings, as every algorithm here expects them. */
final class RatingColumns {

    static final String USER_ID = "user_id";
    static final String MOVIE_ID = "movie_id";
    static final String RATING = "rating";

    private RatingColumns() {}

    /** The three columns of any table of ratings in the types that ALS needs: ids as int, the rating as double. */
    static Dataset<Row> of(Dataset<Row> ratings) {
        return ratings.select(
                col(USER_ID).cast("int"), col(MOVIE_ID).cast("int"), col(RATING).cast("double"));
    }
}

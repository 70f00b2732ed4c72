package dev.ingot.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The genres that movies list. */
final class Genres {
    private Genres() {}

    /** Each genre once. */
    static Dataset<Row> names(Dataset<Row> movies) {
        return movies.select(explode(col("genres")).as("name")).distinct();
    }

    /** Each genre of each movie, once even where a movie lists it twice. */
    static Dataset<Row> ofMovies(Dataset<Row> movies) {
        return movies.select(col("movie_id"), explode(col("genres")).as("genre"))
                .distinct();
    }
}

package dev.ingot.gold.movielens;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each movie was rated in each year. */
final class MovieYearStats {
    private MovieYearStats() {}

    static Dataset<Row> of(Dataset<Row> ratings) {
        return ratings.groupBy("movie_id", "year")
                .agg(HalfStars.ratings(), HalfStars.total())
                .select(col("movie_id"), col("year"), col("ratings"), HalfStars.mean());
    }
}

package dev.ingot.gold.movielens;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Movies and their ratings by release year; those without one are together under null. */
final class MoviesPerYear {
    private MoviesPerYear() {}

    static Dataset<Row> of(Dataset<Row> ratings, Dataset<Row> movies) {
        Dataset<Row> perMovie = ratings.groupBy(col("movie_id").as("rated")).agg(HalfStars.ratings());
        return movies.join(perMovie, col("movie_id").equalTo(col("rated")), "left")
                .groupBy("release_year")
                .agg(
                        count(lit(1)).as("movies"),
                        count(col("rated")).as("rated_movies"),
                        coalesce(sum("ratings"), lit(0L)).as("ratings"));
    }
}

package dev.ingot.gold.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Ratings per genre and year. */
final class GenreStats {
    private GenreStats() {}

    /** Summed per movie first, so that a rating is not copied for each genre of its movie. */
    static Dataset<Row> of(Dataset<Row> ratings, Dataset<Row> movies) {
        Dataset<Row> perMovie = ratings.groupBy("movie_id", "year").agg(HalfStars.ratings(), HalfStars.total());
        Dataset<Row> genres = movies.select(
                        col("movie_id").as("movie"), explode(col("genres")).as("genre"))
                .distinct();
        return perMovie.join(genres, col("movie_id").equalTo(col("movie")))
                .groupBy(col("genre"), col("year").cast("int").as("year"))
                .agg(sum("ratings").as("ratings"), sum("half_stars").as("half_stars"))
                .select(col("genre"), col("year"), col("ratings"), HalfStars.mean());
    }
}

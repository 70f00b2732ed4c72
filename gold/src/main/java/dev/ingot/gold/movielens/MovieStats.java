package dev.ingot.gold.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How each rated movie is rated. */
final class MovieStats {
    /**
     * As many ratings of the overall mean are added to each movie's own: a movie needs more than this many to be ranked by
     * what its own raters think.
     */
    private static final int PRIOR_RATINGS = 25;

    private MovieStats() {}

    static Dataset<Row> of(Dataset<Row> ratings, Dataset<Row> movies) {
        Dataset<Row> sums = ratings.groupBy("movie_id")
                .agg(
                        HalfStars.ratings(),
                        HalfStars.total(),
                        HalfStars.squares(),
                        max("rated_at").as("last_rated_at"));
        Dataset<Row> overall =
                sums.agg(sum("half_stars").as("all_half_stars"), sum("ratings").as("all_ratings"));
        return sums.crossJoin(overall)
                .withColumn("weighted_rating", weighted())
                .withColumn(
                        "rank",
                        row_number()
                                .over(Window.orderBy(
                                        col("weighted_rating").desc(),
                                        col("ratings").desc(),
                                        col("movie_id"))))
                .join(
                        movies.withColumnRenamed("movie_id", "movie"),
                        col("movie_id").equalTo(col("movie")),
                        "left")
                .select(
                        col("movie_id"),
                        col("title"),
                        col("release_year"),
                        col("genres"),
                        col("ratings"),
                        HalfStars.mean(),
                        HalfStars.deviation(),
                        col("last_rated_at"),
                        col("weighted_rating"),
                        col("rank"));
    }

    /** The Bayesian mean in stars: that of the movie's ratings and of the prior ones together. */
    private static Column weighted() {
        Column overall = col("all_half_stars").cast("double").divide(col("all_ratings"));
        Column halfStars = col("half_stars").plus(overall.multiply(PRIOR_RATINGS));
        return halfStars.divide(col("ratings").plus(lit(PRIOR_RATINGS)).multiply(2));
    }
}

package dev.ingot.warehouse;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Movies with their identifiers elsewhere. */
final class DimMovie {
    private DimMovie() {}

    /** A movie without a link keeps its row; a link without a movie has none to go to. */
    static Dataset<Row> rows(Dataset<Row> movies, Dataset<Row> links) {
        return movies.join(links, movies.col("movie_id").equalTo(links.col("movie_id")), "left")
                .select(movies.col("movie_id"), col("title"), col("release_year"), col("imdb_id"), col("tmdb_id"));
    }
}

package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From raw links to {@code movie_id int, imdb_id string, tmdb_id int}; the zeros that an imdb id begins with belong to it. */
final class Links {
    private Links() {}

    static Dataset<Row> of(Dataset<Row> raw, Dataset<Row> movies) {
        Dataset<Row> typed = raw.select(RawRows.and(
                raw,
                Parsing.integer("movie_id").as("movie_id"),
                Parsing.stripped(col("imdb_id")).as("imdb_id"),
                Parsing.integer("tmdb_id").as("tmdb_id"),
                Parsing.stripped(col("tmdb_id")).as("_tmdb_text")));
        return RawRows.withPlace(
                RawRows.withKnown(typed, movies),
                LinksDefinition.RULES,
                List.of("movie_id"),
                col(RawRows.LINE).desc());
    }
}

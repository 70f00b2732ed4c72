package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From raw tags to {@code user_id int, movie_id int, tag string, tagged_at timestamp}. */
final class Tags {
    private Tags() {}

    static Dataset<Row> of(Dataset<Row> raw, Dataset<Row> movies) {
        Dataset<Row> typed = raw.select(RawRows.and(
                        raw,
                        Parsing.integer("user_id").as("user_id"),
                        Parsing.integer("movie_id").as("movie_id"),
                        Parsing.stripped(col("tag")).as("tag"),
                        Parsing.time("timestamp").as("tagged_at")))
                .withColumn("_spelling", lower(col("tag")));
        return RawRows.withPlace(
                RawRows.withKnown(typed, movies),
                TagsDefinition.RULES,
                List.of("user_id", "movie_id", "_spelling"),
                col("tagged_at").desc(),
                col(RawRows.LINE).desc());
    }
}

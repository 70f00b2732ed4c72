package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From raw ratings to {@code user_id int, movie_id int, rating double, rated_at timestamp, year string}. */
final class Ratings {
    /** Stricter than Spark's cast, which takes {@code 4d}, {@code 0x1p2} and {@code Infinity} as Java does. */
    private static final String NUMBER = "^\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?\\s*$";

    private Ratings() {}

    static Dataset<Row> of(Dataset<Row> raw, Dataset<Row> movies) {
        Dataset<Row> typed = raw.select(RawRows.and(
                raw,
                Parsing.integer("user_id").as("user_id"),
                Parsing.integer("movie_id").as("movie_id"),
                number("rating").as("rating"),
                Parsing.time("timestamp").as("rated_at")));
        return RawRows.withPlace(
                        RawRows.withKnown(typed, movies),
                        RatingsDefinition.RULES,
                        List.of("user_id", "movie_id"),
                        col("rated_at").desc(),
                        col("rating").desc(),
                        col(RawRows.LINE).desc())
                .withColumn("year", year("rated_at"));
    }

    private static Column number(String column) {
        return when(col(column).rlike(NUMBER), col(column).try_cast("double"));
    }

    /** The calendar year in UTC, whatever the session's time zone. */
    private static Column year(String time) {
        return expr("cast(year(date_from_unix_date(cast(unix_seconds(" + time + ") div 86400 AS int))) AS string)");
    }
}

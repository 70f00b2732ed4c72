package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From raw ratings to {@code user_id int, movie_id int, rating double, rated_at timestamp, year string}. */
final class Ratings {
    private Ratings() {}

    static Dataset<Row> of(Dataset<Row> raw, Dataset<Row> movies) {
        Dataset<Row> typed = raw.select(RawRows.and(
                        raw,
                        Parsing.integer("user_id").as("user_id"),
                        Parsing.integer("movie_id").as("movie_id"),
                        number("rating").as("rating"),
                        Parsing.time("timestamp").as("rated_at")))
                .withColumn("year", year("rated_at"));
        return RawRows.withPlace(
                RawRows.withKnown(typed, movies),
                RatingsDefinition.RULES,
                List.of("user_id", "movie_id"),
                col("rated_at").desc(),
                col("rating").desc(),
                col(RawRows.LINE).desc());
    }

    /** Spark's cast takes a {@code d} or {@code f} behind a number for a type, as Java does; to people it is a typing error. */
    private static Column number(String column) {
        Column last = lower(right(col(column), lit(1)));
        return when(not(last.isin("d", "f")), col(column).try_cast("double"));
    }

    /** The calendar year in UTC, whatever the session's time zone. */
    private static Column year(String time) {
        return expr("cast(year(date_from_unix_date(cast(unix_seconds(" + time + ") div 86400 AS int))) AS string)");
    }
}

package dev.ingot.gold.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each user rates. */
final class UserStats {
    private UserStats() {}

    static Dataset<Row> of(Dataset<Row> ratings) {
        return ratings.groupBy("user_id")
                .agg(
                        HalfStars.ratings(),
                        HalfStars.total(),
                        HalfStars.squares(),
                        min("rated_at").as("first_rated_at"),
                        max("rated_at").as("last_rated_at"))
                .select(
                        col("user_id"),
                        col("ratings"),
                        HalfStars.mean(),
                        HalfStars.deviation(),
                        col("first_rated_at"),
                        col("last_rated_at"));
    }
}

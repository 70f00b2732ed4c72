package dev.ingot.warehouse;

import static org.apache.spark.sql.functions.col;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Ratings as facts: the keys of their movie, user and day are looked up where they are loaded. */
final class FactRating {
    private FactRating() {}

    static Dataset<Row> rows(Dataset<Row> ratings, PartitionSet years) {
        Object[] wanted = years.stream().map(PartitionKey::value).toArray();
        return ratings.where(col("year").isin(wanted))
                .selectExpr(
                        "year",
                        "user_id",
                        "movie_id",
                        "int(date_format(rated_at, 'yyyyMMdd')) AS date_key",
                        "CAST(rating AS decimal(2, 1)) AS rating",
                        "rated_at");
    }
}

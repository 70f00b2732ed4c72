package dev.ingot.warehouse;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gold tables as the warehouse takes them: the columns that its tables have. */
final class Marts {
    private Marts() {}

    static Dataset<Row> users(Dataset<Row> stats) {
        return stats.selectExpr("user_id", "first_rated_at", "last_rated_at");
    }

    static Dataset<Row> movies(Dataset<Row> stats) {
        return stats.selectExpr("movie_id", "ratings", "mean_rating", "stddev", "weighted_rating", "rank");
    }

    static Dataset<Row> genres(Dataset<Row> stats) {
        return stats.selectExpr("genre", "year", "ratings", "mean_rating");
    }
}

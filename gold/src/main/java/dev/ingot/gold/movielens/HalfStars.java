package dev.ingot.gold.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Exact sums over ratings, in half stars, and what follows from them. */
final class HalfStars {
    private static final Column ONE = col("rating").multiply(2).cast("bigint");

    private HalfStars() {}

    /** How many ratings a group has. */
    static Column ratings() {
        return count(lit(1)).as("ratings");
    }

    /** Their sum in half stars. */
    static Column total() {
        return sum(ONE).as("half_stars");
    }

    /** The sum of their squares, in quarter stars. */
    static Column squares() {
        return sum(ONE.multiply(ONE)).as("squared_half_stars");
    }

    /** In stars, from the sums above. */
    static Column mean() {
        return col("half_stars")
                .cast("double")
                .divide(col("ratings").multiply(2))
                .as("mean_rating");
    }

    /** The sample's standard deviation in stars, from the sums above; null for a single rating. */
    static Column deviation() {
        Column ratings = col("ratings");
        Column spread = ratings.multiply(col("squared_half_stars"))
                .minus(col("half_stars").multiply(col("half_stars")));
        Column pairs = ratings.multiply(ratings.minus(1)).multiply(4);
        return when(ratings.gt(1), sqrt(spread.cast("double").divide(pairs))).as("stddev");
    }
}

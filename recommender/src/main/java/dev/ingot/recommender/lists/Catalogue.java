package dev.ingot.recommender.lists;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;

import dev.ingot.recommender.model.Ids;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The movies that may be recommended, in ascending order of their ids, with their number of ratings. */
public final class Catalogue implements Serializable {

    private final Ids movies;
    private final long[] ratings;

    private Catalogue(Ids movies, long[] ratings) {
        this.movies = movies;
        this.ratings = ratings;
    }

    /** The movies with at least so many ratings. */
    public static Catalogue of(Dataset<Row> ratings, int minimumSupport) {
        List<Row> counts = ratings.groupBy(MOVIE_ID)
                .count()
                .filter("count >= " + minimumSupport)
                .collectAsList();
        Ids movies = Ids.of(counts.stream().mapToInt(row -> row.getInt(0)).toArray());
        long[] numbers = new long[movies.size()];
        counts.forEach(row -> numbers[movies.rowOf(row.getInt(0))] = row.getLong(1));
        return new Catalogue(movies, numbers);
    }

    public Ids movies() {
        return movies;
    }

    /** The number of ratings of a movie; 0 when it is not in the catalogue. */
    public long ratingsOf(int movieId) {
        int row = movies.rowOf(movieId);
        return row < 0 ? 0 : ratings[row];
    }
}

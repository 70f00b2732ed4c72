package dev.ingot.silver.movielens;

import dev.ingot.spark.testing.TestSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Raw tables for tests, as the layer before makes them. */
final class Raw {
    private Raw() {}

    static Dataset<Row> ratings(String... lines) {
        return table("ratings.csv", "user_id string, movie_id string, rating string, timestamp string", lines);
    }

    static Dataset<Row> movies(String... lines) {
        return table("movies.csv", "movie_id string, title string, genres string", lines);
    }

    static Dataset<Row> tags(String... lines) {
        return table("tags.csv", "user_id string, movie_id string, tag string, timestamp string", lines);
    }

    static Dataset<Row> links(String... lines) {
        return table("links.csv", "movie_id string, imdb_id string, tmdb_id string", lines);
    }

    /** Good movies with these ids. */
    static Dataset<Row> known(int... ids) {
        return TestSpark.rows(
                "movie_id int", Arrays.stream(ids).mapToObj(RowFactory::create).toArray(Row[]::new));
    }

    /** Fields are separated by semicolons; the first line has number 2, as in a file with a header. */
    private static Dataset<Row> table(String file, String fields, String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            List<Object> values = new ArrayList<>(List.of((Object[]) line.split(";", -1)));
            values.add("movielens/" + file);
            values.add("v1");
            values.add(rows.size() + 2L);
            rows.add(RowFactory.create(values.toArray()));
        }
        return TestSpark.rows(
                fields + ", source_object string, source_version string, source_line bigint", rows.toArray(Row[]::new));
    }
}

package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.split;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From raw movies to {@code movie_id int, title string, release_year int, genres array<string>}. */
final class Movies {
    /** Only at the end: {@code (500) Days of Summer (2009)} is of 2009, and {@code Nocturna (2006–2007)} of no one year. */
    private static final String YEAR_AT_END = "(?U)\\s*\\(([0-9]{4})\\)\\s*$";

    private static final String NO_GENRES = "(no genres listed)";

    private Movies() {}

    static Dataset<Row> of(Dataset<Row> raw) {
        Dataset<Row> typed = raw.select(RawRows.and(
                raw,
                Parsing.integer("movie_id").as("movie_id"),
                Parsing.stripped(regexp_replace(col("title"), YEAR_AT_END, "")).as("title"),
                regexp_extract(col("title"), YEAR_AT_END, 1).try_cast("int").as("release_year"),
                genres(Parsing.stripped(col("genres"))).as("genres")));
        return RawRows.withPlace(
                typed,
                MoviesDefinition.RULES,
                List.of("movie_id"),
                col(RawRows.LINE).desc());
    }

    private static Column genres(Column text) {
        return array_remove(array_remove(split(text, "\\|"), lit("")), lit(NO_GENRES));
    }
}

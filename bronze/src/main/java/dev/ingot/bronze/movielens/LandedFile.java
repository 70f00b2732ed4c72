package dev.ingot.bronze.movielens;

import dev.ingot.dataset.MovieLensFile;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file in the landing zone.
 *
 * @param source its name there, such as {@code movielens/ratings.csv}
 * @param header its first line
 * @param columns the table's columns, one for each field
 */
record LandedFile(String source, String header, List<String> columns) {
    LandedFile {
        columns = List.copyOf(columns);
    }

    static LandedFile of(String source, MovieLensFile layout) {
        return new LandedFile(
                source,
                layout.header(),
                layout.columns().stream().map(LandedFile::snakeCase).toList());
    }

    /** {@code userId} becomes {@code user_id}. */
    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

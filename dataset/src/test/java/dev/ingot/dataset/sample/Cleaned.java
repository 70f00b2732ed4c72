package dev.ingot.dataset.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.ingot.dataset.MovieLensFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/** One file after the rules of {@code docs/spec/dataset.md}, written down a second time and as plainly as possible. */
final class Cleaned {
    private final List<List<String>> good = new ArrayList<>();
    private final Map<String, Long> defects = new TreeMap<>();
    private long rows;

    private Cleaned(Path folder, MovieLensFile file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(folder.resolve(file.fileName()))) {
            List<CsvRecord> records = reader.stream().toList();
            rows = records.size() - 1L;
            for (CsvRecord row : records.subList(1, records.size())) {
                good.add(row.getFields());
            }
        }
        reject("malformed_row", row -> row.size() != file.columns().size());
    }

    static Cleaned movies(Path folder) throws IOException {
        Cleaned movies = new Cleaned(folder, MovieLensFile.MOVIES);
        movies.reject("invalid_movie_id", row -> !isId(row.get(0)));
        movies.reject("missing_title", row -> row.get(1).isBlank());
        movies.rejectLosers(row -> row.get(0), (first, second) -> second);
        return movies;
    }

    static Cleaned links(Path folder, Cleaned movies) throws IOException {
        Cleaned links = new Cleaned(folder, MovieLensFile.LINKS);
        links.reject("invalid_movie_id", row -> !isId(row.get(0)));
        links.reject("invalid_imdb_id", row -> !row.get(1).matches("\\d{7,8}"));
        links.reject("invalid_tmdb_id", row -> !row.get(2).isEmpty() && !isId(row.get(2)));
        links.rejectUnknown(movies, 0);
        links.rejectLosers(row -> row.get(0), (first, second) -> second);
        return links;
    }

    static Cleaned tags(Path folder, Cleaned movies) throws IOException {
        Cleaned tags = new Cleaned(folder, MovieLensFile.TAGS);
        tags.reject("invalid_user_id", row -> !isId(row.get(0)));
        tags.reject("invalid_movie_id", row -> !isId(row.get(1)));
        tags.reject("empty_tag", row -> row.get(2).isBlank());
        tags.reject("invalid_timestamp", row -> !row.get(3).matches("\\d+"));
        tags.rejectUnknown(movies, 1);
        tags.rejectLosers(
                row -> row.get(0) + "," + row.get(1) + "," + row.get(2).strip().toLowerCase(Locale.ROOT),
                (first, second) -> time(first) > time(second) ? first : second);
        return tags;
    }

    static Cleaned ratings(Path folder, Cleaned movies) throws IOException {
        Cleaned ratings = new Cleaned(folder, MovieLensFile.RATINGS);
        ratings.reject("invalid_user_id", row -> !isId(row.get(0)));
        ratings.reject("invalid_movie_id", row -> !isId(row.get(1)));
        ratings.reject("invalid_rating", row -> !row.get(2).matches("-?\\d+(\\.\\d+)?"));
        ratings.reject("rating_out_of_range", row -> !isHalfStar(Double.parseDouble(row.get(2))));
        ratings.reject("invalid_timestamp", row -> !row.get(3).matches("\\d+"));
        ratings.rejectUnknown(movies, 1);
        ratings.rejectLosers(row -> row.get(0) + "," + row.get(1), Cleaned::laterThenHigher);
        return ratings;
    }

    List<List<String>> good() {
        return good;
    }

    /** The rejected rows by rule; rules that rejected none are there as well. */
    Map<String, Long> defects() {
        return defects;
    }

    long rows() {
        return rows;
    }

    private void reject(String rule, Predicate<List<String>> broken) {
        long before = good.size();
        good.removeIf(broken);
        defects.put(rule, before - good.size());
    }

    private void rejectUnknown(Cleaned movies, int column) {
        Set<String> known = new HashSet<>();
        movies.good.forEach(movie -> known.add(movie.get(0)));
        reject("unknown_movie", row -> !known.contains(row.get(column)));
    }

    private void rejectLosers(Function<List<String>, String> key, BinaryOperator<List<String>> winner) {
        Map<String, List<String>> winners = new LinkedHashMap<>();
        good.forEach(row -> winners.merge(key.apply(row), row, winner));
        defects.put("duplicate", (long) good.size() - winners.size());
        good.clear();
        good.addAll(winners.values());
    }

    private static List<String> laterThenHigher(List<String> first, List<String> second) {
        if (time(first) != time(second)) {
            return time(first) > time(second) ? first : second;
        }
        return Double.parseDouble(first.get(2)) > Double.parseDouble(second.get(2)) ? first : second;
    }

    private static long time(List<String> row) {
        return Long.parseLong(row.get(3));
    }

    private static boolean isId(String text) {
        return text.matches("[1-9]\\d*");
    }

    private static boolean isHalfStar(double rating) {
        return rating >= 0.5 && rating <= 5 && 2 * rating == Math.rint(2 * rating);
    }
}

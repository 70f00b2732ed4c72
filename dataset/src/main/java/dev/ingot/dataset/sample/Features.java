package dev.ingot.dataset.sample;

import dev.ingot.dataset.MovieLensFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts, over the good rows, what is no defect but catches out a careless reader. */
final class Features {
    private static final Pattern YEAR = Pattern.compile("\\(\\d{4}\\)");

    private final Map<String, Long> counts = new LinkedHashMap<>();

    Features() {
        for (String name : new String[] {
            "titles_without_year",
            "titles_with_several_parentheses",
            "titles_with_quotes",
            "titles_with_commas",
            "titles_non_ascii",
            "titles_with_trailing_blank",
            "no_genres_listed",
            "imdb_ids_with_leading_zero",
            "missing_tmdb_id",
            "crlf_files"
        }) {
            counts.put(name, 0L);
        }
    }

    void addMovie(String title, String genres) {
        count("titles_without_year", !YEAR.matcher(title).find());
        count("titles_with_several_parentheses", title.indexOf('(') != title.lastIndexOf('('));
        count("titles_with_quotes", title.indexOf('"') >= 0);
        count("titles_with_commas", title.indexOf(',') >= 0);
        count("titles_non_ascii", title.chars().anyMatch(character -> character > 127));
        count("titles_with_trailing_blank", title.endsWith(" "));
        count("no_genres_listed", genres.equals(MovieLensFile.NO_GENRES));
    }

    void addLink(String imdbId, String tmdbId) {
        count("imdb_ids_with_leading_zero", imdbId.startsWith("0"));
        count("missing_tmdb_id", tmdbId.isEmpty());
    }

    void addCrlfFile() {
        count("crlf_files", true);
    }

    Map<String, Long> counts() {
        return counts;
    }

    private void count(String name, boolean present) {
        if (present) {
            counts.merge(name, 1L, Long::sum);
        }
    }
}

package dev.ingot.recommender.cli;

import dev.ingot.cli.Console;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which movies to recommend to a user: for people or as one JSON document. */
public final class RecommendationReport {
    private static final List<String> COLUMNS = List.of("rank", "title", "year", "genres", "score");

    private final Console console;
    private final PublishedLists lists;

    @Inject
    RecommendationReport(Console console, PublishedLists lists) {
        this.console = console;
        this.lists = lists;
    }

    /**
     * Prints the first movies of a user's list; for a user of whom nothing is known, those that everybody likes, and says so.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code not-materialized} while there are no lists at all
     */
    public void print(int user, int count) {
        Suggestions suggestions = lists.of(user, count);
        if (console.isJson()) {
            console.json(suggestions);
            return;
        }
        console.say(heading(suggestions));
        console.table(
                COLUMNS,
                suggestions.movies().stream().map(RecommendationReport::row).toList());
    }

    private static String heading(Suggestions suggestions) {
        return suggestions.fallback()
                ? "Nothing is known of user " + suggestions.userId()
                        + "; as a fallback, the movies that everybody likes:"
                : "For user " + suggestions.userId() + ", by model " + suggestions.modelVersion() + ":";
    }

    private static List<@Nullable Object> row(Suggestion movie) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(movie.rank());
        row.add(movie.title() == null ? "movie " + movie.movieId() : movie.title());
        row.add(movie.year());
        row.add(String.join(", ", movie.genres()));
        row.add(BigDecimal.valueOf(movie.score()).setScale(2, RoundingMode.HALF_EVEN));
        return row;
    }
}

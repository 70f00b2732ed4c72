package dev.ingot.recommender.cli;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.recommender.RecommenderAssets;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the movies to recommend to a user. */
@Command(
        name = "recommend",
        description = {
            "Recommend movies to a user.",
            "",
            "None of them has been rated by the user; the score is the predicted rating, in stars. A user of whom nothing"
                    + " is known gets the movies that everybody likes, and is told so."
        },
        footer = {"", "Examples:", "  ingot recommend --user 42", "  ingot recommend --user 42 -k 5 -o json"})
public final class RecommendCommand implements IngotCommand {

    private static final List<String> COLUMNS = List.of("rank", "title", "year", "genres", "score");

    @Option(names = "--user", required = true, paramLabel = "ID", description = "The user's id in the ratings.")
    private int user;

    @Option(
            names = "-k",
            paramLabel = "COUNT",
            description = "How many movies, at most " + RecommenderAssets.LIST_LENGTH + ". Default: all of them.")
    private int count = RecommenderAssets.LIST_LENGTH;

    @Inject
    private Console console;

    @Inject
    private PublishedLists lists;

    @Override
    public ExitCode run() {
        if (count < 1 || count > RecommenderAssets.LIST_LENGTH) {
            throw RecommendErrors.countOutOfRange(count);
        }
        Suggestions suggestions = lists.of(user, count);
        if (console.isJson()) {
            console.json(suggestions);
            return ExitCode.OK;
        }
        console.say(heading(suggestions));
        console.table(
                COLUMNS,
                suggestions.movies().stream().map(RecommendCommand::row).toList());
        return ExitCode.OK;
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

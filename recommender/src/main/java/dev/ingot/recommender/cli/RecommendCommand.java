package dev.ingot.recommender.cli;

import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.recommender.lists.ListSettings;
import jakarta.inject.Inject;
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

    @Option(names = "--user", required = true, paramLabel = "ID", description = "The user's id in the ratings.")
    private int user;

    @Option(
            names = "-k",
            paramLabel = "COUNT",
            description = "How many movies, at most " + ListSettings.LENGTH + ". Default: all of them.")
    private int count = ListSettings.LENGTH;

    @Inject
    private RecommendationReport report;

    @Override
    public ExitCode run() {
        if (count < 1 || count > ListSettings.LENGTH) {
            throw RecommendErrors.countOutOfRange(count);
        }
        report.print(user, count);
        return ExitCode.OK;
    }
}

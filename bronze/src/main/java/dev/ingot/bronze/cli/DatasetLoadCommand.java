package dev.ingot.bronze.cli;

import dev.ingot.bronze.landing.MovieLensLanding;
import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        description = "Check a MovieLens data set and make it the landed one, as one replacement.",
        footer = {
            "",
            "PATH is a zip archive or a folder with ratings.csv, movies.csv, tags.csv and links.csv.",
            "",
            "Examples:",
            "  ingot dataset load ml-latest-small.zip",
            "  ingot dataset load ~/data/ml-25m"
        })
@SuppressWarnings("NullAway.Init") // Picocli and Guice fill the fields.
final class DatasetLoadCommand implements IngotCommand {
    @Parameters(paramLabel = "PATH", description = "The archive or folder.")
    private Path path;

    @Inject
    private Console console;

    @Inject
    private MovieLensLanding landing;

    @Override
    public ExitCode run() {
        LandedSetText.print(console, landing.load(path));
        return ExitCode.OK;
    }
}

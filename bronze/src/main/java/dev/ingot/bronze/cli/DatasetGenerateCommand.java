package dev.ingot.bronze.cli;

import dev.ingot.bronze.landing.MovieLensLanding;
import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleSettings;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        description = "Generate a sample in the MovieLens layout, into a folder or straight into the landing zone.",
        footer = {
            "",
            "Equal settings give equal files. manifest.json, beside them, says what is true of them.",
            "",
            "Examples:",
            "  ingot dataset generate --out sample",
            "  ingot dataset generate --seed 7 --ratings 1000000 --land"
        })
@SuppressWarnings("NullAway.Init") // Picocli and Guice fill the fields.
final class DatasetGenerateCommand implements IngotCommand {
    private static final SampleSettings DEFAULTS = SampleSettings.defaults();

    @Option(names = "--seed", paramLabel = "S", description = "The seed of all chance. Default: 1.")
    private long seed = DEFAULTS.seed();

    @Option(names = "--ratings", paramLabel = "N", description = "How many good ratings. Default: 100000.")
    private int ratings = DEFAULTS.ratings();

    @ArgGroup
    private Target target = new Target();

    @Inject
    private Console console;

    @Inject
    private MovieLensLanding landing;

    static final class Target {
        @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to. Default: sample.")
        private @Nullable Path out;

        @Option(names = "--land", description = "Land the sample instead of writing it to a folder.")
        private boolean land;
    }

    @Override
    public ExitCode run() {
        if (target.land) {
            LandedSetText.print(console, landing.sample(settings()));
        } else {
            Path folder = target.out == null ? Path.of("sample") : target.out;
            print(landing.generate(settings(), folder), folder);
        }
        return ExitCode.OK;
    }

    private SampleSettings settings() {
        try {
            return DEFAULTS.withSeed(seed).withRatings(ratings);
        } catch (IllegalArgumentException e) {
            Diagnostic diagnostic = Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "No sample can be generated so")
                    .at("--ratings")
                    .because(e.getMessage());
            throw new IngotException(diagnostic, e);
        }
    }

    private void print(Manifest manifest, Path folder) {
        List<List<Object>> rows = manifest.files().stream()
                .map(file -> List.<Object>of(file.name(), file.rows(), file.rows() - file.goodRows(), file.bytes()))
                .toList();
        console.table(List.of("file", "rows", "defective", "bytes"), rows);
        console.say("", "Written to " + folder + ".", "Next: ingot dataset load " + folder);
    }
}

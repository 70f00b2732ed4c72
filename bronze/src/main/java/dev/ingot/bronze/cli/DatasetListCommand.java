package dev.ingot.bronze.cli;

import dev.ingot.bronze.landing.MovieLensLanding;
import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.storage.FileSet;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "Show the landed data set: where it came from, when, and its files.",
        footer = {"", "Examples:", "  ingot dataset list", "  ingot dataset list -o json"})
@SuppressWarnings("NullAway.Init") // Guice fills the fields.
final class DatasetListCommand implements IngotCommand {
    private static final List<String> COLUMNS =
            List.of("domain", "file", "bytes", "sha256", "landed_at", "origin", "version");

    @Inject
    private Console console;

    @Inject
    private MovieLensLanding landing;

    @Override
    public ExitCode run() {
        Optional<FileSet> current = landing.current();
        console.table(COLUMNS, current.map(DatasetListCommand::rows).orElse(List.of()));
        if (current.isEmpty()) {
            console.say("", "Nothing has landed. Next: ingot dataset load PATH, or ingot dataset generate --land");
        }
        return ExitCode.OK;
    }

    private static List<List<Object>> rows(FileSet set) {
        return set.files().stream()
                .map(file -> List.<Object>of(
                        set.domain(),
                        file.name(),
                        file.bytes(),
                        file.sha256(),
                        set.landedAt(),
                        set.origin(),
                        set.version()))
                .toList();
    }
}

package dev.ingot.cli.command.landing;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.storage.FileSet;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "put",
        description =
                "Make these files a domain's landed set, as one replacement; with --add beside those that are there.",
        footer = {
            "",
            "Examples:",
            "  ingot landing put books books.csv authors.csv",
            "  ingot landing put books --add more.csv"
        })
final class LandingPutCommand implements IngotCommand {
    @Parameters(index = "0", paramLabel = "DOMAIN", description = "Whose files they are.")
    private String domain = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files; each keeps its name.")
    private List<Path> files = List.of();

    @Option(names = "--add", description = "Keep the files that have landed before, but for those of the same names.")
    private boolean add;

    @Inject
    private Console console;

    @Inject
    private LandedFilesStore landed;

    @Override
    public ExitCode run() {
        FileSet set = landed.put(domain, files, add);
        console.table(
                List.of("domain", "file", "bytes", "sha256"),
                set.files().stream()
                        .map(file -> List.<Object>of(domain, file.name(), file.bytes(), file.sha256()))
                        .toList());
        return ExitCode.OK;
    }
}

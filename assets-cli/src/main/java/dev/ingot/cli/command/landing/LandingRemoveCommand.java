package dev.ingot.cli.command.landing;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        description = "Remove files from a domain's landed set, or without a name the whole set.",
        footer = {"", "Examples:", "  ingot landing rm books more.csv", "  ingot landing rm books --yes"})
final class LandingRemoveCommand implements IngotCommand {
    @Parameters(index = "0", paramLabel = "DOMAIN", description = "Whose files they are.")
    private String domain = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "The names of files.")
    private List<String> names = List.of();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Inject
    private Console console;

    @Inject
    private LandedFilesStore landed;

    @Override
    public ExitCode run() {
        String what = names.isEmpty() ? "everything of " + domain : String.join(", ", names) + " of " + domain;
        landed.required(domain, names);
        if (!yes && !console.confirms("Remove " + what + "?", "--yes")) {
            console.say("Nothing was removed.");
            return ExitCode.OK;
        }
        landed.remove(domain, names);
        console.say("Removed " + what + ".");
        return ExitCode.OK;
    }
}

package dev.ingot.cli.command.landing;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.storage.FileSet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "List the files that have landed.",
        footer = {"", "Examples:", "  ingot landing list", "  ingot landing list books -o json"})
final class LandingListCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "DOMAIN", description = "Of one domain only.")
    private String domain = "";

    @Inject
    private Console console;

    @Inject
    private LandedFilesStore landed;

    @Override
    public ExitCode run() {
        List<List<Object>> rows = new ArrayList<>();
        for (String one : domain.isEmpty() ? landed.domains() : List.of(domain)) {
            landed.current(one).ifPresent(set -> rows.addAll(rows(set)));
        }
        console.table(List.of("domain", "file", "bytes", "landed_at", "origin"), rows);
        return ExitCode.OK;
    }

    private static List<List<Object>> rows(FileSet set) {
        return set.files().stream()
                .map(file -> List.<Object>of(set.domain(), file.name(), file.bytes(), set.landedAt(), set.origin()))
                .toList();
    }
}

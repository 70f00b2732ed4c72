package dev.ingot.cli.command.profile;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.settings.ProfileCatalog;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "List the standard profiles and those that ingot.yaml adds; the one in force is marked.",
        footer = {"", "Examples:", "  ingot profile list", "  ingot profile list -o json"})
final class ProfileListCommand implements IngotCommand {
    @Inject
    private Console console;

    @Inject
    private ProfileCatalog profiles;

    @Override
    public ExitCode run() {
        console.table(
                List.of("profile", "active", "extends", "description"),
                profiles.entries().stream()
                        .map(entry -> Arrays.<Object>asList(
                                entry.name(),
                                console.isJson() ? entry.active() : entry.active() ? "*" : "",
                                entry.parent().orElse(null),
                                entry.description()))
                        .toList());
        return ExitCode.OK;
    }
}

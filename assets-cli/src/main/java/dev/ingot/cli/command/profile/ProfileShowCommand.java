package dev.ingot.cli.command.profile;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.settings.ProfileCatalog;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show what would be in force with a profile, and where each value comes from.",
        footer = {"", "Examples:", "  ingot profile show azure"})
final class ProfileShowCommand implements IngotCommand {
    @Parameters(paramLabel = "PROFILE", description = "Its name; see ingot profile list.")
    private String profile = "";

    @Inject
    private Console console;

    @Inject
    private ProfileCatalog profiles;

    @Override
    public ExitCode run() {
        console.table(
                List.of("setting", "value", "origin"),
                profiles.settings(profile).values().stream()
                        .map(value -> List.of(value.setting().name(), value.shown(), value.origin()))
                        .toList());
        return ExitCode.OK;
    }
}

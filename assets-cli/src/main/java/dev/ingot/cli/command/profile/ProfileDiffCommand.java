package dev.ingot.cli.command.profile;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.settings.ProfileCatalog;
import dev.ingot.cli.settings.SettingValue;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description =
                "List the settings in which two profiles differ. Secrets that are no references count as equal texts of ***.",
        footer = {"", "Examples:", "  ingot profile diff local azure"})
final class ProfileDiffCommand implements IngotCommand {
    @Parameters(index = "0", paramLabel = "PROFILE", description = "One profile.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "OTHER", description = "The other.")
    private String right = "";

    @Inject
    private Console console;

    @Inject
    private ProfileCatalog profiles;

    @Override
    public ExitCode run() {
        List<SettingValue> before = profiles.settings(left).values();
        List<SettingValue> after = profiles.settings(right).values();
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < before.size(); at++) {
            String one = before.get(at).shown();
            String other = after.get(at).shown();
            if (!one.equals(other)) {
                rows.add(List.of(before.get(at).setting().name(), one, other));
            }
        }
        if (rows.isEmpty() && !console.isJson()) {
            console.say("They do not differ.");
        } else {
            console.table(List.of("setting", left, right), rows);
        }
        return ExitCode.OK;
    }
}

package dev.ingot.cli.command.config;

import dev.ingot.cli.Console;
import dev.ingot.cli.Facts;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.settings.LayeredSettings;
import dev.ingot.cli.settings.ProjectFolders;
import dev.ingot.cli.settings.SettingValue;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "show",
        description = {
            "Show every setting: its value, and where it was set.",
            "",
            "A flag wins over the environment, the environment over the project's ingot.properties, that over the user's "
                    + "~/.config/ingot/ingot.properties, and that over the default. The project is the nearest folder, from the "
                    + "working folder upwards, with an ingot.properties, or else the one that ingot was started from."
        },
        footer = {
            "",
            "Examples:",
            "  ingot config show",
            "  ingot config show --set spark.master=local[4]",
            "  INGOT_SPARK_MASTER='local[4]' ingot config show -o json"
        })
final class ConfigShowCommand implements IngotCommand {
    @Inject
    private Console console;

    @Inject
    private LayeredSettings settings;

    @Inject
    private ProjectFolders folders;

    /** What {@code -o json} prints. */
    record Document(String project, String state, List<Entry> settings) {}

    /** One setting; a secret's value is {@code ***}. */
    record Entry(String name, String value, String origin, String description) {
        static Entry of(SettingValue value) {
            return new Entry(
                    value.setting().name(),
                    value.shown(),
                    value.origin(),
                    value.setting().description());
        }
    }

    @Override
    public ExitCode run() {
        List<Entry> entries = settings.values().stream().map(Entry::of).toList();
        if (console.isJson()) {
            console.json(
                    new Document(folders.project().toString(), folders.state().toString(), entries));
            return ExitCode.OK;
        }
        Facts facts = new Facts(console);
        facts.add("project", folders.project().toString());
        facts.add("state", folders.state().toString());
        console.out().println();
        console.table(
                List.of("setting", "value", "origin", "description"),
                entries.stream()
                        .map(entry -> List.of(entry.name(), entry.value(), entry.origin(), entry.description()))
                        .toList());
        return ExitCode.OK;
    }
}

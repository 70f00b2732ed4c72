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
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description = {
            "Show every setting: its value, and with --origin where it was set.",
            "",
            "A flag wins over the environment, the environment over the project's ingot.yaml (in it the profile's section over "
                    + "the rest), that over the user's ~/.config/ingot/ingot.yaml, and that over the default. The project is "
                    + "the nearest folder, from the working folder upwards, with an ingot.yaml, or else the one that ingot was "
                    + "started from. A secret shows its reference, or ***."
        },
        footer = {
            "",
            "Examples:",
            "  ingot config show",
            "  ingot config show --origin --profile azure",
            "  ingot config show --set spark.master=local[4]",
            "  INGOT_SPARK_MASTER='local[4]' ingot config show -o json"
        })
final class ConfigShowCommand implements IngotCommand {
    @Option(names = "--origin", description = "Where each value was set: file and line, variable, flag or default.")
    private boolean origin;

    @Inject
    private Console console;

    @Inject
    private LayeredSettings settings;

    @Inject
    private ProjectFolders folders;

    /** What {@code -o json} prints. */
    record Document(String project, String state, String profile, List<Entry> settings) {}

    /** One setting; a secret's value is its reference, or {@code ***}. */
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
            console.json(new Document(
                    folders.project().toString(), folders.state().toString(), settings.profile(), entries));
            return ExitCode.OK;
        }
        Facts facts = new Facts(console);
        facts.add("project", folders.project().toString());
        facts.add("state", folders.state().toString());
        facts.add("profile", settings.profile());
        console.out().println();
        console.table(
                List.of("setting", "value", origin ? "origin" : "description"),
                entries.stream()
                        .map(entry ->
                                List.of(entry.name(), entry.value(), origin ? entry.origin() : entry.description()))
                        .toList());
        return ExitCode.OK;
    }
}

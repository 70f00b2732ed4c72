package dev.ingot.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the commands, and the options that every one of them has. */
@Command(
        name = "ingot",
        description = "Keeps tables and models up to date, from raw files to recommendations.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with:",
            "  ingot demo                 the whole product on a sample data set",
            "  ingot plan                 what would run, and why",
            "  ingot materialize          run it",
            "  ingot COMMAND --help       options and examples of a command"
        })
final class GlobalOptions implements Console.Format {
    /** Read by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "text, or json for machines. Default: text.")
    private Format output = Format.TEXT;

    @Option(
            names = "--progress",
            scope = ScopeType.INHERIT,
            paramLabel = "MODE",
            description = "How a run is followed: auto, plain lines, json for machines, or none. Default: auto.")
    private ProgressMode progress = ProgressMode.AUTO;

    @Option(
            names = "--state",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The folder that holds everything of the project. Default: .ingot in the project.")
    private @Nullable Path state;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description =
                    "Where things live and run: embedded, local, azure, test, or your own; see ingot profile list.")
    private @Nullable String profile;

    @Option(
            names = "--set",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME=VALUE",
            description = "Override a setting; see ingot config show.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the code a failure came from.")
    private boolean stacktrace;

    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public boolean json() {
        return output == Format.JSON;
    }

    @Override
    public ProgressMode progress() {
        return progress;
    }

    @Nullable
    Path state() {
        return state;
    }

    @Nullable
    String profile() {
        return profile;
    }

    Map<String, String> settings() {
        return settings;
    }

    boolean stacktrace() {
        return stacktrace;
    }
}

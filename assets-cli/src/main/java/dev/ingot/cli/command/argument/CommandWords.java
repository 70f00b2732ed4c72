package dev.ingot.cli.command.argument;

import picocli.CommandLine.Model.CommandSpec;

/** What somebody typed, as runs keep it. */
public final class CommandWords {
    private CommandWords() {}

    /** The words after {@code ingot}. */
    public static String of(CommandSpec spec) {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}

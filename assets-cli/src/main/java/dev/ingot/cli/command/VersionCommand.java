package dev.ingot.cli.command;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.IngotVersion;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "version",
        description = "Print the versions of Ingot and of the Java that runs it.",
        footer = {"", "Examples:", "  ingot version", "  ingot version -o json"})
final class VersionCommand implements IngotCommand {
    @Inject
    private Console console;

    /** What {@code -o json} prints. */
    record Document(String ingot, String java) {}

    @Override
    public ExitCode run() {
        String version = IngotVersion.text();
        String java = Runtime.version() + ", " + System.getProperty("java.vendor");
        if (console.isJson()) {
            console.json(new Document(version, java));
        } else {
            console.out().println("ingot " + version);
            console.out().println("java  " + java);
        }
        return ExitCode.OK;
    }
}

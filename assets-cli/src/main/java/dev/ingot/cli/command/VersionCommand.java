package dev.ingot.cli.command;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
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
    public ExitCode run() throws IOException {
        String version = ingot();
        String java = Runtime.version() + ", " + System.getProperty("java.vendor");
        if (console.isJson()) {
            console.json(new Document(version, java));
        } else {
            console.out().println("ingot " + version);
            console.out().println("java  " + java);
        }
        return ExitCode.OK;
    }

    /** Written by the build. */
    private static String ingot() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = VersionCommand.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        }
        return properties.getProperty("version");
    }
}

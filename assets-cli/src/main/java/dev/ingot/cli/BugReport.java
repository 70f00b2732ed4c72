package dev.ingot.cli;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Keeps what is needed to find out about a failure that nobody foresaw. */
final class BugReport {
    private final Supplier<Path> stateFolder;
    private final String command;

    BugReport(Supplier<Path> stateFolder, String command) {
        this.stateFolder = stateFolder;
        this.command = command;
    }

    /** Writes the failure to a file in the state folder's logs. */
    Diagnostic write(Throwable failure) {
        Diagnostic bug = Diagnostic.of(ErrorCode.INTERNAL, "Ingot failed in a way that was not foreseen")
                .because(failure.toString().lines().findFirst().orElse(""));
        try {
            Path logs = Files.createDirectories(stateFolder.get().resolve("logs"));
            Path file = Files.createTempFile(logs, "failure-", ".log");
            Files.writeString(file, text(failure));
            return bug.at(file.toString()).help("please report it with that file; --stacktrace shows it here");
        } catch (IOException | RuntimeException e) {
            return bug.help("please report it with what this shows: the same command with --stacktrace");
        }
    }

    private String text(Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println("command: " + command);
        writer.println("java:    " + System.getProperty("java.version") + " on " + System.getProperty("os.name"));
        failure.printStackTrace(writer);
        return text.toString();
    }
}

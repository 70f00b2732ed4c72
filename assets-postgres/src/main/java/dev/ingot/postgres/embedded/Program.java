package dev.ingot.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs programs to their end. */
final class Program {
    private static final Duration LOOK = Duration.ofMillis(5);

    private Program() {}

    /**
     * What a program left.
     *
     * @param status its exit status; -1 when it did not end in time
     * @param output what it wrote to standard output and error
     */
    record Outcome(int status, String output) {
        boolean ok() {
            return status == 0;
        }
    }

    /** Runs in the folder, with {@code input} at its standard input. */
    static Outcome run(Path folder, Duration limit, List<String> command, String input) throws IOException {
        return run(folder, limit, command, input, () -> false);
    }

    /**
     * The same for a program that brings something about, and looks more seldom than we do whether it has come about: then it is told
     * to end, and counts as good.
     */
    static Outcome runUntil(Path folder, Duration limit, List<String> command, BooleanSupplier cameAbout)
            throws IOException {
        return run(folder, limit, command, "", cameAbout);
    }

    private static Outcome run(
            Path folder, Duration limit, List<String> command, String input, BooleanSupplier cameAbout)
            throws IOException {
        // A file, not a pipe: a daemon that inherits a pipe would keep it open for ever.
        Path output = Files.createTempFile(folder, ".output-", "");
        try {
            Process process = builder(folder, command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.outputWriter().append(input).close();
            int status = waitFor(process, limit, cameAbout);
            return new Outcome(status, Files.readString(output).strip());
        } finally {
            Files.delete(output);
        }
    }

    /** Whether the command can be run at all, and succeeds. */
    static boolean works(Path folder, List<String> command) {
        try {
            Process process = builder(folder, command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return waitFor(process, Duration.ofSeconds(10), () -> false) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static ProcessBuilder builder(Path folder, List<String> command) {
        File directory = folder.toFile();
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory);
        // Settings of somebody's own PostgreSQL must not reach ours; messages are parsed, so English.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Waits also in an interrupted thread: a half-started server helps nobody. */
    private static int waitFor(Process process, Duration limit, BooleanSupplier cameAbout) {
        boolean interrupted = false;
        Patience patience = Patience.of(limit);
        try {
            while (patience.lasts()) {
                try {
                    if (process.waitFor(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                        return process.exitValue();
                    }
                    if (cameAbout.getAsBoolean()) {
                        process.destroy();
                        return 0;
                    }
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
            process.destroyForcibly();
            return -1;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

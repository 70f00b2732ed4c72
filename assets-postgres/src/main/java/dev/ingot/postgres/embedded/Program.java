package dev.ingot.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
final class Program {
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
        // A file, not a pipe: a daemon that inherits a pipe would keep it open for ever.
        Path output = Files.createTempFile(folder, ".output-", "");
        try {
            Process process = builder(folder, command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.outputWriter().append(input).close();
            int status = waitFor(process, limit);
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
            return waitFor(process, Duration.ofSeconds(10)) == 0;
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
    private static int waitFor(Process process, Duration limit) {
        boolean interrupted = false;
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    if (process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return process.exitValue();
                    }
                    process.destroyForcibly();
                    return -1;
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

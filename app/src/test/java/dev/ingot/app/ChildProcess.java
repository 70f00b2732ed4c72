package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product in a JVM of its own, which can be waited for, told to stop, and killed. */
public final class ChildProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = Long.getLong("ingot.patience.seconds", 120);

    private final Process process;
    private final BufferedReader reader;
    /** Kills a process that hangs, so that whoever waits for its next line goes on. */
    private final CompletableFuture<Process> watchdog;

    private final StringBuilder seen = new StringBuilder();

    private ChildProcess(Process process) {
        this.process = process;
        this.reader = process.inputReader(StandardCharsets.UTF_8);
        watchdog = process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly());
    }

    /** Starts {@code ingot} with these words on a state folder. */
    public static ChildProcess starts(Path state, String... words) throws IOException {
        return starts(state, List.of(), words);
    }

    public static ChildProcess starts(Path state, List<String> options, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx1g", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
        command.addAll(opens());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ingot.app.Main"));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--state", state.toString()));
        return new ChildProcess(new ProcessBuilder(command)
                .directory(state.getParent().toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** What this JVM was given so that Spark runs. */
    public static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .toList();
    }

    public long pid() {
        return process.pid();
    }

    /** Reads on until one line contains all of the texts. */
    public void says(String... texts) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (Arrays.stream(texts).allMatch(line::contains)) {
                return;
            }
        }
        throw new AssertionError("it ended before it said " + List.of(texts) + "\n" + seen);
    }

    public boolean hasEnded() {
        return !process.isAlive();
    }

    /** Whether it ends by itself within this time. */
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** What it has said can still be read. */
    public void kill() throws Exception {
        signal("KILL");
        process.waitFor();
    }

    public void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits until it has ended; tells how. */
    public Answer ends(long seconds) throws Exception {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        reader.lines().forEach(line -> seen.append(line).append('\n'));
        assertThat(ended).as("it ends within %s s%n%s", seconds, seen).isTrue();
        return new Answer(process.info().commandLine().orElse(""), process.exitValue(), seen.toString(), "");
    }

    public Answer ends() throws Exception {
        return ends(PATIENCE_SECONDS);
    }

    /** The ids of the PostgreSQL servers of a state folder that are running now. */
    public static List<Long> servers(Path state) {
        String folder = state.resolve("postgres").toString();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(one -> one.info()
                            .arguments()
                            .map(Arrays::asList)
                            .filter(words -> words.stream().anyMatch(word -> word.startsWith(folder)))
                            .isPresent())
                    .map(ProcessHandle::pid)
                    .toList();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        watchdog.cancel(false);
    }
}

package dev.ingot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.command.FrameworkCommands;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real signals to a real process whose one step waits. */
@Timeout(60)
final class SignalTest {
    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void anInterruptStopsTheRunInOrder() throws Exception {
        start("stops");
        signal("INT");

        assertThat(exit(10)).isEqualTo(130);
        assertThat(output()).contains("Stopping", "Run cancelled: ", "the run is recorded as cancelled");
    }

    @Test
    void aTerminationStopsTheRunInOrder() throws Exception {
        start("stops");
        signal("TERM");

        assertThat(exit(10)).isEqualTo(143);
        assertThat(output()).contains("Run cancelled: ", "the run is recorded as cancelled");
    }

    @Test
    void aTerminationEndsARunWhoseStepNeverReturns() throws Exception {
        start("never");
        signal("TERM");

        assertThat(exit(10)).isEqualTo(143);
        assertThat(output()).contains("Run cancelled: ", "the run is recorded as cancelled");
    }

    @Test
    void aSecondInterruptEndsAStepThatDoesNotListen() throws Exception {
        start("deaf");
        signal("INT");
        waitFor("Stopping");
        signal("INT");

        // A step that does not listen is interrupted after 3 s, and given up after 7.
        assertThat(exit(5)).isEqualTo(130);
        assertThat(output()).doesNotContain("Run cancelled");
    }

    @Test
    void aTerminationEndsAProcessThatCannotEnd() throws Exception {
        start("frozen");
        signal("TERM");

        assertThat(exit(15)).isEqualTo(143);
    }

    private final StringBuilder seen = new StringBuilder();
    private BufferedReader reader;

    private void start(String kind) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName(),
                        kind,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        reader = process.inputReader(StandardCharsets.UTF_8);
        waitFor("the step waits");
    }

    private void waitFor(String text) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("ended before it said: " + text + "\n" + seen);
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private int exit(long seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS))
                .as("it ends within %s s", seconds)
                .isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        reader.lines().forEach(line -> seen.append(line).append('\n'));
        return seen.toString();
    }

    /** The process: one run whose first step waits until it is told to stop, or is interrupted, or for good; or which cannot exit. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) {
            Orchard orchard = new Orchard();
            CountDownLatch stopped = new CountDownLatch(1);
            if (arguments[0].equals("stops")) {
                orchard.executor().whenCancelled(stopped::countDown);
            }
            orchard.executor().plant(Orchard.APPLES, () -> {
                System.err.println("the step waits");
                if (arguments[0].equals("never")) {
                    forEver();
                }
                stopped.await();
                throw new InterruptedException("told to stop");
            });
            if (arguments[0].equals("frozen")) {
                Runtime.getRuntime().addShutdownHook(new Thread(Waiting::forEver));
            }
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> orchard.runs()
                            .newest(1)
                            .forEach(run -> System.err.println(
                                    "the run is recorded as " + run.status().text()))));
            Ingot.main(new String[] {"materialize", "--state", arguments[1]}, new FrameworkCommands(), orchard);
        }

        private static void forEver() {
            while (true) {
                LockSupport.park();
            }
        }
    }
}

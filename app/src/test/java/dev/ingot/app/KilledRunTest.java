package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of a run: what was committed stays, and the next run does the rest. */
class KilledRunTest {
    private static final long MOST_SECONDS = 240;

    @TempDir
    Path folder;

    @Test
    void theNextRunContinues() throws Exception {
        assertThat(ingot("dataset", "generate", "--ratings", "2000", "--seed", "5", "--land"))
                .contains("Landed");
        Process killed = start("killed", "materialize", "+silver");
        awaitText(killed, "killed", " 3/8");
        killed.destroyForcibly().waitFor();

        assertThat(ingot("runs", "list", "-o", "json")).contains("\"died\"").doesNotContain("\"running\"");
        String rest = ingot("materialize", "+silver", "-o", "json");

        assertThat(rest).contains("\"succeeded\"");
        assertThat(rest.split("\"step\"", -1))
                .as("steps of the second run, and what is before them")
                .hasSizeLessThan(7);
        assertThat(ingot("plan", "+silver")).contains("Everything is fresh: 8 assets");
        assertThat(ingot("assets", "show", "silver/movielens/ratings")).contains(", 2000 rows, ");
        assertThat(folder.resolve("state/postgres/data/postmaster.pid")).doesNotExist();
    }

    /** What the command printed on standard output. */
    private String ingot(String... arguments) throws Exception {
        Process process = start("command", arguments);
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> text("command.err")).isZero();
        return text("command.out");
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-X"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("INGOT_STATE", folder.resolve("state").toString());
        return builder.redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    private void awaitText(Process process, String name, String wanted) throws InterruptedException {
        for (long tries = MOST_SECONDS * 10; tries > 0 && !text(name + ".err").contains(wanted); tries--) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(() -> text(name + ".err"))
                    .isFalse();
        }
        assertThat(text(name + ".err")).contains(wanted);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

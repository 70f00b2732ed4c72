package dev.ingot.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.dataset.sample.SampleSettings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench/chaos} runs: so many kills at random moments, from files to warehouse. Takes long, and is no part of the suite. */
final class ChaosBench {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void nothingIsLostOrDoubledByManyKills() throws Exception {
        int ratings = Integer.getInteger("ingot.chaos.ratings", 20_000);
        long seed = Long.getLong("ingot.chaos.seed", 1);
        Path told = Path.of(System.getProperty("ingot.chaos.lines", "target/chaos.txt"));
        List<String> broken = new ArrayList<>();
        // Not the standard output, which is kept until the test is over.
        try (PrintStream lines = new PrintStream(Files.newOutputStream(told), true, StandardCharsets.UTF_8)) {
            Chaos first = Chaos.first(folder, new SampleSettings(seed, ratings, 0.01), "+layer:warehouse");
            Chaos again = first.again(new SampleSettings(seed + 1, ratings, 0.01));
            lines.printf("in peace: first %s, again %s%n", first.census(), again.census());
            Rounds rounds = new Rounds(new Random(seed), Integer.getInteger("ingot.chaos.kills", 40), lines);
            for (int round = 1; rounds.goOn(); round++) {
                broken.addAll(rounds.play(round, round % 2 == 0 ? again : first));
            }
            lines.println(rounds.summary());
        }
        assertThat(broken).isEmpty();
    }
}

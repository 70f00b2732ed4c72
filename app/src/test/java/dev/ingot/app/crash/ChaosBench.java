package dev.ingot.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.dataset.sample.SampleSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench/chaos} runs: so many kills at random moments, from files to warehouse. Takes long, and is no part of the suite. */
final class ChaosBench {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    /** A test may take ten minutes where nothing else is said. */
    @Test
    @Timeout(value = 8, unit = TimeUnit.HOURS)
    void nothingIsLostOrDoubledByManyKills() throws Exception {
        int ratings = Integer.getInteger("ingot.chaos.ratings", 20_000);
        long seed = Long.getLong("ingot.chaos.seed", 1);
        Chaos first = Chaos.first(folder, new SampleSettings(seed, ratings, 0.01), "+layer:warehouse");
        Chaos again = first.again(new SampleSettings(seed + 1, ratings, 0.01));
        System.out.printf("in peace: first %s, again %s%n", first.census(), again.census());
        Rounds rounds = new Rounds(new Random(seed), Integer.getInteger("ingot.chaos.kills", 40));
        List<String> broken = new ArrayList<>();
        for (int round = 1; rounds.goOn(); round++) {
            broken.addAll(rounds.play(round, round % 2 == 0 ? again : first));
        }
        System.out.println(rounds.summary());
        assertThat(broken).isEmpty();
    }
}

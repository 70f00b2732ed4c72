package dev.ingot.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.crash.DatabaseTrap.Aftermath;
import dev.ingot.dataset.sample.SampleSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One command, killed again and again where it hurts, and typed again until it comes through. */
final class CrashTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everySliceIsWrittenOnceWhateverIsKilled() throws Exception {
        Chaos chaos = Chaos.first(folder, new SampleSettings(3, 1_000, 0.01), "+warehouse/movielens/dim_user");
        Path state = chaos.copy("killed");
        List<Kill> kills = List.of(
                Kill.at(Kill.Appearance.SERVER, 1),
                Kill.at(Place.LEDGER, 3, Aftermath.LOST),
                Kill.at(Place.COPY, 5, Aftermath.KEPT),
                Kill.at(Place.SWAPPED, 2, Aftermath.SERVER));
        for (Kill kill : kills) {
            assertThat(chaos.strikes(state, kill)).as(kill.text()).isTrue();
        }
        chaos.recovers(state);
    }

    /** What {@code bench/chaos} runs: so many kills at random moments, from files to warehouse. */
    @Test
    @EnabledIfSystemProperty(named = "ingot.chaos.kills", matches = "[0-9]+")
    void nothingIsLostOrDoubledByManyKills() throws Exception {
        int ratings = Integer.getInteger("ingot.chaos.ratings", 20_000);
        long seed = Long.getLong("ingot.chaos.seed", 1);
        Chaos first = Chaos.first(folder, new SampleSettings(seed, ratings, 0.01), "+layer:warehouse");
        Chaos again = first.again(new SampleSettings(seed + 1, ratings, 0.01));
        System.out.printf("in peace: first %s, again %s%n", first.census(), again.census());
        Rounds rounds = new Rounds(new Random(seed), Integer.getInteger("ingot.chaos.kills"));
        List<String> broken = new ArrayList<>();
        for (int round = 1; rounds.goOn(); round++) {
            broken.addAll(rounds.play(round, round % 2 == 0 ? again : first));
        }
        System.out.println(rounds.summary());
        assertThat(broken).isEmpty();
    }
}

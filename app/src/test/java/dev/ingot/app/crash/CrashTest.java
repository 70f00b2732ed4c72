package dev.ingot.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Landed;
import dev.ingot.app.crash.DatabaseTrap.Aftermath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One command, killed again and again where it hurts, and typed again until it comes through. */
final class CrashTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everySliceIsWrittenOnceWhateverIsKilled() throws Exception {
        Chaos chaos = Chaos.first(folder, Landed.SAMPLE, "+warehouse/movielens/dim_user");
        Path state = chaos.copy("killed");
        List<Kill> kills = List.of(
                Kill.at(Kill.Appearance.SERVER, 1),
                Kill.at(Place.LEDGER, 3, Aftermath.LOST),
                Kill.at(Place.COPY, 5, Aftermath.SERVER),
                Kill.at(Place.SWAPPED, 2, Aftermath.KEPT));
        for (Kill kill : kills) {
            assertThat(chaos.strikes(state, kill)).as(kill.text()).isTrue();
        }
        chaos.recovers(state);
    }
}

package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackfillCommandTest {
    private final Orchard orchard = new Orchard();

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    @Test
    void itTellsHowFarItIs() {
        terminal.types("materialize");
        Answer answer = terminal.types("backfill", "silver, gold", "--force", "--batch", "2");
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("4 steps to run", "2 batches");
        assertThat(answer.err())
                .contains("Backfill 01", "/6 slices, ", " left]", "[6/6 slices]")
                .contains("Backfill succeeded: 4 steps materialized, 60 rows");
        assertThat(terminal.types("runs", "list").out()).contains("backfill     succeeded");
    }

    @Test
    void itNeedsToKnowWhatToGoOver() {
        Answer answer = terminal.types("backfill");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("Missing required parameter: 'SELECTION'", "ingot backfill --help");
    }

    @Test
    void itIsPausedFromAnotherTerminalAndResumedUnderItsId() throws Exception {
        orchard.executor().plant(Orchard.APPLES, () -> {
            assertThat(terminal.types("runs", "pause").status()).isZero();
            return List.of();
        });
        Answer paused = terminal.types("backfill", "*", "--batch", "1");
        String id = orchard.runs().newest(1).get(0).id().toString();
        assertThat(paused.status()).isZero();
        assertThat(paused.err()).contains("Backfill paused: 1 step materialized", "6 to do", "ingot runs resume " + id);
        orchard.executor().clear();
        Answer resumed = terminal.types("runs", "resume", "-o", "json");
        assertThat(resumed.status()).isZero();
        assertThat(resumed.err())
                .contains("Backfill " + id + ", going on: 1/7 steps are done", "✓ 7/7", "[7/7 slices]");
        assertThat(new ObjectMapper().readTree(resumed.out()).get("run").asText())
                .isEqualTo(id);
        assertThat(terminal.types("plan").out()).startsWith("Everything is fresh");
        assertThat(terminal.types("runs", "show", id).out())
                .contains("kind          backfill", "status        succeeded", "7 succeeded");
    }

    @Test
    void whatIsLeftOfAFailedOneIsRetriedAsANewRun() {
        orchard.executor().plant(Orchard.SORTED, () -> {
            throw new IllegalStateException("the ladder broke");
        });
        assertThat(terminal.types("backfill", "*").status()).isEqualTo(1);
        String failed = orchard.runs().newest(1).get(0).id().toString();
        orchard.executor().clear();
        Answer retried = terminal.types("runs", "retry");
        assertThat(retried.status()).isZero();
        assertThat(retried.out()).startsWith("2 steps to run").doesNotContain("bronze/orchard/apples  ");
        assertThat(retried.err()).contains("what is left of " + failed, "2 assets materialized");
        assertThat(terminal.types("runs", "show", "last").out()).contains("retries       " + failed);
        assertThat(terminal.types("runs", "retry").err())
                .contains("There is nothing to retry", "no run has failed that was not retried");
    }
}

package dev.ingot.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.FakeScreen;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.run.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextProgressTest {
    private static final RunId RUN = new RunId("01JD0000000000000000000001");

    private final MovedClock clock = new MovedClock();

    /** A clock that stands still until it is moved. */
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2024-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final StepState apples = step(1, "bronze/orchard/apples");
    private final StepState pears = step(2, "bronze/orchard/sweet_pears");

    private static StepState step(int number, String key) {
        return StepState.pending(new StepId(RUN, number), AssetKey.parse(key), "", "missing");
    }

    private TextProgress begun(FakeScreen screen, StepState... steps) {
        TextProgress progress =
                new TextProgress(screen.console(), clock, new Pace(new Plan(List.of(), 0, List.of()), 2));
        progress.runStarted(Run.begun(RUN, "materialize", "mara@orchard", clock.instant()), List.of(steps));
        return progress;
    }

    private StepState ended(StepState started) {
        return started.wrote(new Written(10, 1, 2048)).finished(StepStatus.SUCCEEDED, clock.instant(), "");
    }

    private void passes(int seconds) {
        clock.now = clock.now.plus(Duration.ofSeconds(seconds));
    }

    @Test
    void whatHasEndedScrollsUpAndWhatRunsStandsBelow() {
        FakeScreen screen = FakeScreen.terminal(100);
        try (TextProgress progress = begun(screen, apples, pears)) {
            StepState first = apples.started(clock.instant());
            StepState second = pears.started(clock.instant());
            progress.stepChanged(first);
            progress.stepChanged(second);
            progress.stepProgress(first, "picking");
            passes(3);
            progress.stepAdvanced(second, new Advance(3, 12, 1234));
            progress.draw();
            assertThat(screen.lines().subList(1, screen.lines().size()))
                    .containsExactly(
                            "  ▸ bronze/orchard/apples       picking  3 s",
                            "  ▸ bronze/orchard/sweet_pears  ━━────────  3/12 tasks  1\u2009234 rows  3 s",
                            "  0/2 steps done; 0/0 slices");

            progress.stepChanged(ended(first));
            assertThat(screen.lines())
                    .containsExactly(
                            "Run " + RUN,
                            "  ✓ 1/2  bronze/orchard/apples       10 rows, 1 rejected  3.0 s",
                            "  ▸ bronze/orchard/sweet_pears  ━━────────  3/12 tasks  1\u2009234 rows  3 s",
                            "  1/2 steps done; 0/0 slices");

            progress.stepChanged(second.finished(StepStatus.FAILED, clock.instant(), "a worm\nand more"));
        }
        assertThat(screen.lines())
                .containsExactly(
                        "Run " + RUN,
                        "  ✓ 1/2  bronze/orchard/apples       10 rows, 1 rejected  3.0 s",
                        "  ✗ 2/2  bronze/orchard/sweet_pears  failed: a worm");
    }

    @Test
    void aNoteJoinsTheLogAndLeavesThePaneBelow() {
        FakeScreen screen = FakeScreen.terminal(100);
        try (TextProgress progress = begun(screen, apples)) {
            progress.stepChanged(apples.started(clock.instant()));
            progress.note("Stopping");

            assertThat(screen.lines()).containsExactly("Run " + RUN, "Stopping", "  ▸ bronze/orchard/apples  0 s");
        }
    }

    @Test
    void linesFitTheTerminal() {
        FakeScreen screen = FakeScreen.terminal(30);
        try (TextProgress progress = begun(screen, apples)) {
            progress.stepChanged(apples.started(clock.instant()));
            progress.stepProgress(apples, "picking what is ripe");

            assertThat(screen.lines().get(1))
                    .hasSize(29)
                    .startsWith("  ▸ bronze/orchard/apples  ")
                    .endsWith("…");
        }
    }

    @Test
    void ofManyRunningStepsSomeAreCounted() {
        FakeScreen screen = FakeScreen.terminal(100);
        StepState[] steps = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> step(number, "bronze/orchard/a" + number))
                .toArray(StepState[]::new);
        try (TextProgress progress = begun(screen, steps)) {
            for (StepState step : steps) {
                progress.stepChanged(step.started(clock.instant()));
            }

            assertThat(screen.lines()).hasSize(1 + 8 + 1 + 1).contains("  … and 3 more steps");
        }
    }

    @Test
    void aPipeGetsPlainLinesOfWhatHasEnded() {
        FakeScreen screen = FakeScreen.pipe();
        try (TextProgress progress = begun(screen, apples)) {
            progress.stepChanged(apples.started(clock.instant()));
            progress.stepProgress(apples, "picking");
            progress.stepChanged(ended(apples.started(clock.instant())));
        }

        assertThat(screen.written())
                .isEqualTo("Run " + RUN + "\n  ✓ 1/1  bronze/orchard/apples  10 rows, 1 rejected  0.0 s\n");
    }

    @Test
    void colourIsOnlyWhereItIsWanted() {
        FakeScreen plain = FakeScreen.terminal(80);
        FakeScreen coloured = FakeScreen.colourTerminal(80);
        for (FakeScreen screen : List.of(plain, coloured)) {
            try (TextProgress progress = begun(screen, apples)) {
                progress.stepChanged(ended(apples.started(clock.instant())));
            }
        }

        assertThat(plain.written()).contains("✓").doesNotContainPattern("\u001b\\[[0-9]+m");
        assertThat(coloured.written()).contains("\u001b[32m✓");
        assertThat(coloured.lines()).isEqualTo(plain.lines());
    }
}

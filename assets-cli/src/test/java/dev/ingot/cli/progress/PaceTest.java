package dev.ingot.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.Expected;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Batch;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.StepScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final AssetKey APPLES = AssetKey.parse("silver/orchard/apples");
    private static final AssetKey CIDER = AssetKey.parse("gold/orchard/cider");
    private static final RunId RUN = new RunId("01JD8Z0000000000000000000A");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void withNothingKnownItSaysSo() {
        Pace pace = new Pace(plan(step(1, APPLES, 2, 0), step(2, CIDER, 2, 0)), 1);
        assertThat(text(pace, BEGIN)).isEqualTo("0/4 slices; time left not known");
    }

    @Test
    void itBeginsWithWhatWasExpected() {
        Pace pace = new Pace(plan(step(1, APPLES, 2, 20), step(2, CIDER, 2, 40)), 1);
        assertThat(text(pace, BEGIN)).isEqualTo("0/4 slices; about 1 min 0 s left");
    }

    @Test
    void aStepThatRunsTakesLessAndLess() {
        Pace pace = new Pace(plan(step(1, APPLES, 1, 30)), 1);
        pace.changed(state(1, APPLES).started(BEGIN));
        assertThat(text(pace, BEGIN.plusSeconds(12))).isEqualTo("0/1 slice; about 18 s left");
        assertThat(text(pace, BEGIN.plusSeconds(300))).isEqualTo("0/1 slice; less than 1 s left");
    }

    @Test
    void batchesOfOneAssetForetellTheOthersBySlices() {
        Pace pace = new Pace(plan(step(1, APPLES, 2, 0), step(2, APPLES, 4, 0), step(3, CIDER, 1, 0)), 1);
        end(pace, 1, APPLES, 10, StepStatus.SUCCEEDED);
        assertThat(text(pace, BEGIN.plusSeconds(10))).isEqualTo("2/7 slices; more than 20 s left");
    }

    @Test
    void whatTookTwiceAsLongMakesTheRestTwiceAsLong() {
        Pace pace = new Pace(plan(step(1, APPLES, 2, 10), step(2, CIDER, 2, 30)), 1);
        end(pace, 1, APPLES, 20, StepStatus.SUCCEEDED);
        assertThat(text(pace, BEGIN.plusSeconds(20))).isEqualTo("2/4 slices; about 1 min 0 s left");
    }

    @Test
    void whatWasLeftAsItWasForetellsNothing() {
        Pace pace = new Pace(plan(step(1, APPLES, 2, 10), step(2, CIDER, 2, 30)), 1);
        end(pace, 1, APPLES, 0, StepStatus.UNCHANGED);
        assertThat(text(pace, BEGIN)).isEqualTo("2/4 slices; about 30 s left");
        end(pace, 2, CIDER, 5, StepStatus.FAILED);
        assertThat(text(pace, BEGIN)).isEqualTo("4/4 slices; ");
    }

    private static String text(Pace pace, Instant now) {
        return pace.done() + "; " + pace.left(now);
    }

    private static void end(Pace pace, int number, AssetKey asset, int seconds, StepStatus status) {
        StepState begun = state(number, asset).started(BEGIN);
        pace.changed(begun);
        pace.changed(begun.finished(status, BEGIN.plusSeconds(seconds), ""));
    }

    private static StepState state(int number, AssetKey asset) {
        return StepState.pending(new StepId(RUN, number), asset, "", "missing");
    }

    private static Plan plan(PlanStep... steps) {
        return new Plan(List.of(steps), 0, List.of());
    }

    private static PlanStep step(int number, AssetKey asset, int slices, int seconds) {
        PartitionSet partitions = PartitionSet.of(
                IntStream.range(0, slices).mapToObj(Integer::toString).toArray(String[]::new));
        return new PlanStep(
                number,
                asset,
                StepScope.of(partitions),
                List.of(),
                Batch.single(),
                Set.of(),
                new Expected(0, 0, Duration.ofSeconds(seconds)),
                false);
    }
}

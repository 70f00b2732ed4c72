package dev.ingot.core.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.Expected;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Batch;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.StepScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScheduleTest {
    private final PlanStep up1 = step(1, "up");
    private final PlanStep up2 = step(2, "up", 1);
    private final PlanStep down1 = step(3, "down", 1);
    private final PlanStep down2 = step(4, "down", 2, 3);
    private final PlanStep down3 = step(5, "down", 1, 4);

    @Test
    void aFailedBatchTakesAlongWhatNeedsItAndNotTheBatchesAfterIt() {
        Schedule schedule = schedule(up1, up2, down1, down2, down3);
        assertThat(begun(schedule)).containsExactly(1);
        assertThat(schedule.end(up1, true)).containsExactly(down1, down3);
        assertThat(schedule.end(down1, true)).isEmpty();
        assertThat(schedule.end(down3, true)).isEmpty();
        assertThat(begun(schedule)).containsExactly(2);
        assertThat(schedule.end(up2, false)).isEmpty();
        assertThat(begun(schedule)).containsExactly(4);
    }

    @Test
    void aSkippedBatchLetsNobodyWriteBesideTheOneBeforeIt() {
        Schedule schedule = schedule(up1, up2, down1, down2, down3);
        begun(schedule);
        schedule.end(up1, false);
        assertThat(begun(schedule)).containsExactly(2, 3);
        assertThat(schedule.end(up2, true)).containsExactly(down2);
        schedule.end(down2, true);
        assertThat(begun(schedule)).as("the third batch while the first runs").isEmpty();
        schedule.end(down1, false);
        assertThat(begun(schedule)).containsExactly(5);
    }

    @Test
    void endingAStepTwiceChangesNothing() {
        Schedule schedule = schedule(up1, up2, down1, down2, down3);
        begun(schedule);
        schedule.end(up1, false);
        begun(schedule);
        schedule.end(up2, false);
        schedule.end(up2, false);
        assertThat(begun(schedule)).isEmpty();
    }

    @Test
    void whatHasNotBegunIsAbandonedInThePlansOrder() {
        Schedule schedule = schedule(down2, up1, down3, up2, down1);
        begun(schedule);
        assertThat(schedule.abandon()).containsExactly(up2, down1, down2, down3);
        assertThat(schedule.end(up1, false)).isEmpty();
        assertThat(begun(schedule)).isEmpty();
    }

    @Test
    void aHundredThousandStepsAreNoneTooMany() {
        int many = 100_000;
        Schedule schedule = schedule(IntStream.rangeClosed(1, many)
                .mapToObj(
                        number -> number <= 2 ? step(number, "a" + number) : step(number, "a" + number, 1, number - 1))
                .toArray(PlanStep[]::new));
        int ended = 0;
        for (Optional<PlanStep> next = schedule.next(); next.isPresent(); next = schedule.next()) {
            schedule.end(next.get(), false);
            ended++;
        }
        assertThat(ended).isEqualTo(many);
    }

    @Test
    void theLongestWayToTheEndComesFirstThenThePlansOrder() {
        Schedule schedule = schedule(
                step(1, "short", Duration.ofSeconds(5)),
                step(2, "unknown"),
                step(3, "gate", Duration.ofSeconds(1)),
                step(4, "long", Duration.ofSeconds(9), 3),
                step(5, "other"));
        assertThat(begun(schedule)).containsExactly(3, 1, 2, 5);
    }

    @Test
    void whatNeedsAFullPoolWaitsForIt() {
        Schedule schedule = new Schedule(
                List.of(step(1, "a"), step(2, "b"), step(3, "c")),
                step -> step.number() == 3 ? Set.of("spark") : Set.of("spark", "mail"));
        PlanStep first = schedule.next().orElseThrow();
        schedule.full("mail", schedule.next().orElseThrow());
        assertThat(begun(schedule)).containsExactly(3);
        assertThat(schedule.isWaiting()).isTrue();
        schedule.end(first, false);
        assertThat(begun(schedule)).isEmpty();
        schedule.reopen();
        assertThat(schedule.isWaiting()).isFalse();
        assertThat(begun(schedule)).containsExactly(2);
    }

    @Test
    void aheadOfTheEndOfAnotherOnlyWhatComesBeforeAllThatWaitsForItMayBegin() {
        Schedule schedule = schedule(step(1, "raw"), step(2, "raw2"), step(3, "left", 1), step(4, "other"));
        PlanStep raw = schedule.next().orElseThrow();
        assertThat(schedule.next(List.of(raw)).map(PlanStep::number)).hasValue(2);
        assertThat(schedule.next(List.of(raw)))
                .as("other, which comes after left")
                .isEmpty();
        schedule.end(raw, false);
        assertThat(begun(schedule)).containsExactly(3, 4);
    }

    @Test
    void nothingMayBeginAheadOfTheNextBatchOfTheSameAsset() {
        Schedule schedule = schedule(step(1, "a"), step(2, "a"), step(3, "b"));
        PlanStep first = schedule.next().orElseThrow();
        assertThat(schedule.next(List.of(first))).isEmpty();
        schedule.end(first, false);
        assertThat(begun(schedule)).containsExactly(2, 3);
    }

    @Test
    void nothingMayBeginAheadOfWhatWaitsForAPlace() {
        Schedule schedule = new Schedule(
                List.of(step(1, "a"), step(2, "b"), step(3, "c")),
                step -> step.number() == 3 ? Set.of() : Set.of("mail"));
        PlanStep first = schedule.next().orElseThrow();
        schedule.full("mail", schedule.next().orElseThrow());
        assertThat(schedule.next(List.of(first))).isEmpty();
        assertThat(begun(schedule)).containsExactly(3);
    }

    @Test
    void aPostponedStepBeginsOnceItMayAgainAndNotOnceItWasGivenUp() {
        Schedule schedule = schedule(step(1, "a"), step(2, "b"));
        PlanStep one = schedule.next().orElseThrow();
        schedule.postpone(one);
        assertThat(begun(schedule)).containsExactly(2);
        assertThat(schedule.isWaiting()).isTrue();
        schedule.again(one);
        assertThat(begun(schedule)).containsExactly(1);
        schedule.postpone(one);
        assertThat(schedule.abandon()).containsExactly(one);
        schedule.again(one);
        assertThat(begun(schedule)).isEmpty();
    }

    private static Schedule schedule(PlanStep... steps) {
        return new Schedule(List.of(steps), step -> Set.of());
    }

    private static List<Integer> begun(Schedule schedule) {
        List<Integer> begun = new ArrayList<>();
        schedule.next().ifPresent(step -> begun.add(step.number()));
        for (Optional<PlanStep> next = schedule.next(); next.isPresent(); next = schedule.next()) {
            begun.add(next.get().number());
        }
        return begun;
    }

    private static PlanStep step(int number, String asset, Integer... after) {
        return step(number, asset, Duration.ZERO, after);
    }

    private static PlanStep step(int number, String asset, Duration took, Integer... after) {
        return new PlanStep(
                number,
                AssetKey.parse("gold/t/" + asset),
                StepScope.of(PartitionSet.whole()),
                List.of(),
                Batch.single(),
                Set.of(after),
                new Expected(0, 0, took),
                false);
    }
}

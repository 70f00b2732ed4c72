package dev.ingot.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.Expected;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Batch;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.StepScope;
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
        Schedule schedule = new Schedule(List.of(up1, up2, down1, down2, down3));
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
        Schedule schedule = new Schedule(List.of(up1, up2, down1, down2, down3));
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
        Schedule schedule = new Schedule(List.of(up1, up2, down1, down2, down3));
        begun(schedule);
        schedule.end(up1, false);
        begun(schedule);
        schedule.end(up2, false);
        schedule.end(up2, false);
        assertThat(begun(schedule)).isEmpty();
    }

    @Test
    void whatHasNotBegunIsAbandonedInThePlansOrder() {
        Schedule schedule = new Schedule(List.of(down2, up1, down3, up2, down1));
        begun(schedule);
        assertThat(schedule.abandon()).containsExactly(up2, down1, down2, down3);
        assertThat(schedule.end(up1, false)).isEmpty();
        assertThat(begun(schedule)).isEmpty();
    }

    @Test
    void aHundredThousandStepsAreNoneTooMany() {
        int many = 100_000;
        Schedule schedule = new Schedule(IntStream.rangeClosed(1, many)
                .mapToObj(
                        number -> number <= 2 ? step(number, "a" + number) : step(number, "a" + number, 1, number - 1))
                .toList());
        int ended = 0;
        for (Optional<PlanStep> next = schedule.next(); next.isPresent(); next = schedule.next()) {
            schedule.end(next.get(), false);
            ended++;
        }
        assertThat(ended).isEqualTo(many);
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
        return new PlanStep(
                number,
                AssetKey.parse("gold/t/" + asset),
                StepScope.of(PartitionSet.whole()),
                List.of(),
                Batch.single(),
                Set.of(after),
                Expected.unknown(),
                false);
    }
}

package dev.ingot.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.simulation.time.VirtualClock;
import dev.ingot.core.simulation.time.VirtualWorkers;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.RecordedRuns;
import dev.ingot.core.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody waits for an event of a step to be recorded: those that come between two waits are recorded together. */
class EventGroupsTest {
    private final List<Integer> groups = new ArrayList<>();

    @Test
    void theEndOfAStepIsRecordedWithTheBeginOfTheNext() {
        World world = new World(
                FakeAsset.spec("bronze/t/a"),
                FakeAsset.spec("silver/t/b").reads(AssetKey.parse("bronze/t/a")),
                FakeAsset.spec("gold/t/c").reads(AssetKey.parse("silver/t/b")));
        RunReport report = run(world, Duration.ofSeconds(1));

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(groups).containsExactly(1, 2, 2, 1, 1);
        assertThat(world.runs.events(report.run().id()))
                .extracting(event -> event.step()
                        .map(step -> step.asset().name() + " " + step.status())
                        .orElse("run"))
                .containsExactly(
                        "a " + StepStatus.RUNNING,
                        "a " + StepStatus.SUCCEEDED,
                        "b " + StepStatus.RUNNING,
                        "b " + StepStatus.SUCCEEDED,
                        "c " + StepStatus.RUNNING,
                        "c " + StepStatus.SUCCEEDED,
                        "run");
    }

    @Test
    void whatHappensAtOnceIsRecordedDozensOfStepsAtATime() {
        World world = new World(IntStream.range(0, 40)
                .mapToObj(number -> FakeAsset.spec("bronze/t/a" + number))
                .toArray(AssetSpec.Builder[]::new));
        run(world, Duration.ZERO);
        assertThat(groups).containsExactly(65, 15, 1);
    }

    private RunReport run(World world, Duration each) {
        VirtualClock clock = new VirtualClock(world.clock.instant());
        world.clock = clock;
        world.runs = RecordedRuns.of(world.runs, events -> groups.add(events.size()));
        return world.engine()
                .on(() -> new VirtualWorkers(clock, step -> each))
                .run(world.request(world.plan(), 1), new RunListener() {}, new Cancellation());
    }
}

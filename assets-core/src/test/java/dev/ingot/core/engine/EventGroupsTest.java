package dev.ingot.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.run.RunWish;
import dev.ingot.core.simulation.VirtualClock;
import dev.ingot.core.simulation.VirtualWorkers;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.World;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        world.runs = counting(world.runs);
        return world.engine()
                .on(() -> new VirtualWorkers(clock, step -> each))
                .run(world.request(world.plan(), 1), new RunListener() {}, new Cancellation());
    }

    private RunStore counting(RunStore kept) {
        return (RunStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RunStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(kept, arguments);
                    return answer instanceof RunSession session ? counting(session) : answer;
                });
    }

    private RunSession counting(RunSession kept) {
        return new RunSession() {
            @Override
            public void record(RunEvent event) {
                groups.add(1);
                kept.record(event);
            }

            @Override
            public void record(List<RunEvent> events) {
                groups.add(events.size());
                kept.record(events);
            }

            @Override
            public Optional<RunWish> wish() {
                return kept.wish();
            }

            @Override
            public void failed(StepId step, AssetKey asset, PartitionSet slices) {
                kept.failed(step, asset, slices);
            }

            @Override
            public void close() {
                kept.close();
            }
        };
    }
}

package dev.ingot.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.RecordedRuns;
import dev.ingot.core.testing.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever watches is told everything, in order, and in its own time. In real threads. */
class TellingTest {
    private final World world =
            new World(FakeAsset.spec("bronze/t/a"), FakeAsset.spec("silver/t/b").reads(AssetKey.parse("bronze/t/a")));
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> recorded = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch allDone = new CountDownLatch(1);

    @Test
    void aRunGoesOnWhileSomebodyStillHearsOfItsBegin() {
        RunReport report = run(new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                if (told.isEmpty()) {
                    told.add(isOpened(allDone) ? "late" : "never");
                }
                told.add(text(step));
            }

            @Override
            public void runFinished(RunReport report) {
                told.add("run");
            }
        });

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(told).containsExactly("late", "a running", "a succeeded", "b running", "b succeeded", "run");
    }

    /** Who sees that a run has ended finds all of its logs. */
    @Test
    void theEndOfARunIsRecordedWhenItsStepsAreTold() {
        run(new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                isOpened(allDone);
                recorded.add("told of " + text(step));
            }
        });

        assertThat(recorded).endsWith("told of b succeeded", "run");
    }

    @Test
    void aListenerThatFailsIsToldTheRest() {
        RunReport report = run(new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                told.add(text(step));
                throw new IllegalStateException("not today");
            }
        });

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(told).hasSize(4);
    }

    private RunReport run(RunListener listener) {
        world.runs = RecordedRuns.of(world.runs, events -> events.forEach(this::record));
        return world.engine().run(world.request(world.plan(), 1), listener, new Cancellation());
    }

    private void record(RunEvent event) {
        String text = event.step().map(TellingTest::text).orElse("run");
        recorded.add(text);
        if (text.equals("b succeeded")) {
            allDone.countDown();
        }
    }

    private static boolean isOpened(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(StepState step) {
        return step.asset().name() + " " + step.status().text();
    }
}

package dev.ingot.core.engine;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.engine.schedule.Pools;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.simulation.time.VirtualClock;
import dev.ingot.core.simulation.time.VirtualWorkers;
import dev.ingot.core.testing.PretendExecutor.Behaviour;
import dev.ingot.core.testing.World;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code raw -> made}, and {@code other} beside them; a step takes a minute of invented time. */
@Timeout(30)
class RetryTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey OTHER = AssetKey.parse("gold/t/other");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private final List<StepState> told = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private World world = world(RetryPolicy.standard(), Duration.ofHours(1));

    private World world(RetryPolicy retry, Duration timeout) {
        World made = new World(
                spec("bronze/t/raw").source("t/raw.csv").retry(retry).timeout(timeout),
                spec("silver/t/made").reads(RAW),
                spec("gold/t/other").source("t/other.csv"));
        made.clock = clock;
        return made;
    }

    private RunReport run(int parallelism) {
        return run(parallelism, Duration.ofMinutes(1));
    }

    private RunReport run(int parallelism, Duration each) {
        RunListener listener = new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                told.add(step);
            }
        };
        return world.engine()
                .on(() -> new VirtualWorkers(clock, step -> each))
                .by(() -> 0.5)
                .run(world.request(world.plan(), parallelism), listener, cancellation);
    }

    private Behaviour failing(int times) {
        AtomicInteger attempts = new AtomicInteger();
        return (context, executor) -> {
            if (attempts.incrementAndGet() <= times) {
                throw new ConnectException("attempt " + attempts);
            }
            return StepResult.of(executor.commit(context));
        };
    }

    private Duration since() {
        return Duration.between(START, clock.instant());
    }

    @Test
    void whatWasAwayForAMomentIsTriedAgainUnderTheSameIdAndEachAttemptIsAnEvent() {
        world.executor.behaviours.put(RAW, failing(2));
        RunReport report = run(1);
        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(report.failures()).isEmpty();
        assertThat(state(report, RAW).attempt()).isEqualTo(3);
        List<StepState> events = world.runs.events(report.run().id()).stream()
                .flatMap(event -> event.step().stream())
                .filter(step -> step.asset().equals(RAW))
                .toList();
        assertThat(events)
                .extracting(StepState::status)
                .containsExactly(
                        StepStatus.RUNNING,
                        StepStatus.PENDING,
                        StepStatus.RUNNING,
                        StepStatus.PENDING,
                        StepStatus.RUNNING,
                        StepStatus.SUCCEEDED);
        assertThat(events).extracting(StepState::attempt).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(events.get(1).message())
                .startsWith("attempt 1 of 3 failed (transient), the next in 2.0 s: ")
                .contains("attempt 1");
        assertThat(world.runs.failures().of(RAW)).isEmpty();
    }

    @Test
    void aStepThatWaitsForItsNextAttemptHoldsNoWorker() {
        world.executor.behaviours.put(RAW, failing(1));
        run(1);
        assertThat(told.stream().filter(step -> step.status() == StepStatus.RUNNING))
                .extracting(StepState::asset)
                .startsWith(RAW, OTHER, RAW);
    }

    @Test
    void attemptsComeToAnEnd() {
        world.executor.behaviours.put(RAW, failing(99));
        RunReport report = run(2);
        assertThat(state(report, RAW).status()).isEqualTo(StepStatus.FAILED);
        assertThat(state(report, RAW).attempt()).isEqualTo(3);
        assertThat(report.failures()).hasSize(1);
        assertThat(report.count(StepStatus.SKIPPED)).isOne();
        assertThat(since()).isBetween(Duration.ofSeconds(186), Duration.ofSeconds(188));
    }

    @Test
    void dataErrorsAndBugsAreNotTriedAgain() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            throw new IllegalStateException("a bug");
        });
        world.executor.behaviours.put(OTHER, (context, executor) -> {
            throw new IngotException(Diagnostic.of(ErrorCode.MISSING_UPSTREAM, "there is nothing to read"));
        });
        run(2);
        assertThat(told).extracting(StepState::attempt).containsOnly(0, 1);
    }

    @Test
    void whatIsNotWorthAnotherAttemptByItsDefinitionGetsNone() {
        world = world(RetryPolicy.never(), Duration.ofHours(1));
        world.executor.behaviours.put(RAW, failing(1));
        assertThat(state(run(2), RAW).attempt()).isOne();
    }

    @Test
    void aCancelledRunWaitsForNoFurtherAttempt() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            throw new IOException("away");
        });
        world.executor.behaviours.put(OTHER, (context, executor) -> {
            cancellation.cancel();
            throw new CancellationException();
        });
        RunReport report = run(1);
        assertThat(report.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(since()).isLessThan(Duration.ofSeconds(121));
        assertThat(state(report, RAW).attempt()).isOne();
    }

    @Test
    void aStepThatIsLateIsToldToStopAndTriedAgain() {
        world = world(RetryPolicy.standard().attempts(2), Duration.ofSeconds(55));
        world.executor.behaviours.put(RAW, (context, executor) -> {
            assertThat(context.signals().isCancelled()).isTrue();
            throw new CancellationException();
        });
        RunReport report = run(2);
        assertThat(state(report, RAW).attempt()).isEqualTo(2);
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.failure().diagnostic().code()).isEqualTo(ErrorCode.TIMED_OUT));
        assertThat(state(report, OTHER).status()).isEqualTo(StepStatus.SUCCEEDED);
    }

    @Test
    void aStepThatDoesNotStopIsLeftToItselfAndCannotCommit() {
        world = world(RetryPolicy.standard(), Duration.ofMinutes(1));
        List<RuntimeException> lost = new ArrayList<>();
        world.executor.behaviours.put(OTHER, (context, executor) -> StepResult.of(executor.commit(context)));
        world.executor.behaviours.put(RAW, (context, executor) -> {
            try {
                context.signals().checkLease();
            } catch (RuntimeException e) {
                lost.add(e);
            }
            throw new CancellationException();
        });
        RunReport report = run(2, Duration.ofSeconds(100));
        assertThat(state(report, RAW).status()).isEqualTo(StepStatus.FAILED);
        assertThat(state(report, RAW).message()).contains("does not stop").contains("60.0 s");
        assertThat(state(report, RAW).attempt()).isOne();
        assertThat(state(report, OTHER).status()).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(lost).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThreadThatNeverEndsKeepsNobodyFromStopping(boolean obeysInterrupts) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        world.executor.behaviours.put(RAW, (context, executor) -> {
            inside.countDown();
            while (true) {
                try {
                    leave.await();
                    throw new CancellationException();
                } catch (InterruptedException e) {
                    if (obeysInterrupts) {
                        throw e;
                    }
                }
            }
        });
        Thread user = new Thread(() -> {
            try {
                inside.await();
                cancellation.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        user.start();
        long begin = System.nanoTime();
        RunReport report =
                world.engine().run(world.request(world.plan("bronze"), 2), new RunListener() {}, cancellation);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        leave.countDown();
        user.join();
        assertThat(report.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(took).isLessThan(obeysInterrupts ? Attempts.LAST_GRACE : Attempts.LAST_GRACE.plusSeconds(3));
    }

    @Test
    void aPoolHoldsNoMoreStepsThanItHasPlaces() {
        world = new World(
                spec("gold/t/a").source("t/a.csv").pool("mail"),
                spec("gold/t/b").source("t/b.csv").pool("mail"),
                spec("gold/t/c").source("t/c.csv").pool("mail"),
                spec("gold/t/d").source("t/d.csv"));
        world.clock = clock;
        assertThat(mostAtOnce(Pools.none())).isEqualTo(2);
        world.sources.replaceAll((source, version) -> version + "!");
        assertThat(mostAtOnce(new Pools(Map.of("mail", 2)))).isEqualTo(3);
        world.sources.replaceAll((source, version) -> version + "!");
        assertThat(mostAtOnce(new Pools(Map.of("mail", 9, "fake", 1)))).isOne();
        assertThat(told).extracting(StepState::message).contains("waits for a place in the pool mail");
    }

    private int mostAtOnce(Pools pools) {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        RunListener counting = new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                told.add(step);
                if (step.status() == StepStatus.RUNNING) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                } else if (step.status().isFinal()) {
                    now.decrementAndGet();
                }
            }
        };
        RunReport report = world.engine()
                .on(() -> new VirtualWorkers(clock, step -> Duration.ofMinutes(1)))
                .within(pools)
                .run(world.request(world.plan(), 8), counting, cancellation);
        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        return most.get();
    }

    private static StepState state(RunReport report, AssetKey asset) {
        return report.steps().stream()
                .filter(step -> step.asset().equals(asset))
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}

package dev.ingot.core.engine;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.RunWish;
import dev.ingot.core.testing.World;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code raw -> left, right -> bottom}. */
@Timeout(30)
class RunControlTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey LEFT = AssetKey.parse("silver/t/left");
    private static final AssetKey RIGHT = AssetKey.parse("silver/t/right");
    private static final AssetKey BOTTOM = AssetKey.parse("gold/t/bottom");
    private static final RunListener NOBODY = new RunListener() {};

    private final World world = new World(
            spec("bronze/t/raw").source("t/raw.csv"),
            spec("silver/t/left").reads(RAW),
            spec("silver/t/right").reads(RAW),
            spec("gold/t/bottom").reads(LEFT, RIGHT));

    RunControlTest() {
        // Each look at the clock is seconds after the one before, so that every one is worth a question to the run
        // store.
        Clock start = world.clock;
        world.clock = new Clock() {
            private Instant now = start.instant();

            @Override
            public synchronized Instant instant() {
                now = now.plus(Duration.ofSeconds(2));
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void aPausedRunEndsWhatRunsAndGoesOnUnderItsOwnId() {
        Plan plan = world.plan();
        RunReport paused = paused(plan);
        assertThat(paused.run().status()).isEqualTo(RunStatus.PAUSED);
        assertThat(paused.exit()).isEqualTo(ExitCode.OK);
        assertThat(paused.steps())
                .extracting(StepState::status)
                .containsExactly(StepStatus.SUCCEEDED, StepStatus.PENDING, StepStatus.PENDING, StepStatus.PENDING);
        RunReport resumed = resume(paused.run().id(), plan);
        assertThat(resumed.run().id()).isEqualTo(paused.run().id());
        assertThat(resumed.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(resumed.steps().get(0)).isEqualTo(paused.steps().get(0));
        assertThat(world.executor.executed).hasSize(4);
        assertThat(world.runs.steps(paused.run().id())).isEqualTo(resumed.steps());
        assertThatThrownBy(() -> resume(paused.run().id(), plan))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("cannot be resumed");
    }

    @Test
    void whatWasMadeMeanwhileIsNotMadeAgain() {
        Plan plan = world.plan();
        RunReport paused = paused(plan);
        world.run(world.plan());
        RunReport resumed = resume(paused.run().id(), plan);
        assertThat(resumed.count(StepStatus.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void anotherProcessCancelsAndStepsThatRunAreTold() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            CountDownLatch told = new CountDownLatch(1);
            context.signals().onCancel(told::countDown);
            asks(RunWish.CANCEL);
            told.await();
            throw new IOException("told to stop");
        });
        RunReport report = world.run(world.plan(), 2, NOBODY, new Cancellation());
        assertThat(report.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(report.count(StepStatus.CANCELLED)).isEqualTo(4);
    }

    @Test
    void aRunInWhichNothingRanIsTriedAgainAsAWhole() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        Plan plan = world.plan();
        RunReport report = world.run(plan, 2, NOBODY, cancelled);
        Plan retry = RetryPlan.of(plan, world.runs.steps(report.run().id()));
        assertThat(retry.steps()).isEqualTo(plan.steps());
        assertThat(world.run(retry).run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aRetryTakesWhatFailedAndWhatThatTookAlong() {
        world.executor.behaviours.put(LEFT, (context, executor) -> {
            throw new IOException("the disk is gone");
        });
        Plan plan = world.plan();
        RunReport failed = world.run(plan);
        world.executor.behaviours.clear();
        Plan retry = RetryPlan.of(plan, failed.steps());
        assertThat(retry.steps()).extracting(PlanStep::asset).containsExactly(LEFT, BOTTOM);
        assertThat(retry.steps()).extracting(PlanStep::number).containsExactly(1, 2);
        assertThat(retry.steps()).extracting(PlanStep::after).containsExactly(Set.of(), Set.of(1));
        assertThat(world.run(retry).count(StepStatus.SUCCEEDED)).isEqualTo(2);
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @Test
    void aRetryDoesNotPassAGate() {
        world.executor.behaviours.put(
                LEFT,
                (context, executor) ->
                        new StepResult(executor.commit(context), List.of(CheckResult.blocked("gate", "it loses"))));
        Plan plan = world.plan();
        RunReport blocked = world.run(plan);
        assertThat(blocked.run().status()).isEqualTo(RunStatus.BLOCKED);
        RunReport again = world.run(RetryPlan.of(plan, blocked.steps()));
        assertThat(again.steps()).extracting(StepState::status).containsExactly(StepStatus.BLOCKED, StepStatus.SKIPPED);
    }

    @Test
    void checksAreKeptWhenTheAnswerOfTheCommitIsLost() {
        world.executor.behaviours.put(LEFT, (context, executor) -> {
            context.signals().checked(List.of(CheckResult.blocked("gate", "it loses")));
            executor.commit(context);
            throw new IOException("the answer was lost");
        });
        RunReport report = world.run(world.plan());
        assertThat(report.run().status()).isEqualTo(RunStatus.BLOCKED);
        assertThat(report.checks()).extracting(CheckResult::name).containsExactly("gate");
        assertThat(report.count(StepStatus.SKIPPED)).isEqualTo(1);
    }

    @Test
    void slicesThatAStepFailedOnAreRemembered() {
        world.executor.behaviours.put(RIGHT, (context, executor) -> {
            throw new IOException("the disk is gone");
        });
        RunReport failed = world.run(world.plan());
        assertThat(world.staleness().failed(RIGHT).size()).isEqualTo(1);
        world.executor.behaviours.clear();
        world.run(world.plan());
        assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(world.staleness().failed(RIGHT).isEmpty()).isTrue();
    }

    private RunReport resume(RunId id, Plan plan) {
        return world.engine().resume(id, world.request(plan, 2), NOBODY, new Cancellation());
    }

    /** While the first step runs, another process wants this. */
    private void asks(RunWish wish) {
        assertThat(world.runs.ask(world.runs.newest(1).get(0).id(), wish)).isTrue();
    }

    private RunReport paused(Plan plan) {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            asks(RunWish.PAUSE);
            return StepResult.of(executor.commit(context));
        });
        RunReport paused = world.run(plan, 1, NOBODY, new Cancellation());
        world.executor.behaviours.clear();
        return paused;
    }

    /** One at a time work: while what the first has done is being recorded, the second may begin. */
    @Test
    void theNextStepIsNotKeptFromItsWorkByTheRecordOfTheOneBefore() {
        CountDownLatch begun = new CountDownLatch(2);
        for (AssetKey asset : List.of(LEFT, RIGHT)) {
            world.executor.behaviours.put(asset, (context, executor) -> {
                begun.countDown();
                return StepResult.of(executor.commit(context));
            });
        }
        world.ledger = recordsAfter(begun, world.ledger);
        RunReport report = world.run(world.plan(), 1, NOBODY, new Cancellation());
        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    /** Records what the two in the middle have done when both have begun. */
    private static Ledger recordsAfter(CountDownLatch begun, Ledger ledger) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getName().equals("record")
                            && Set.of(LEFT, RIGHT).contains(((Materialization) arguments[0]).asset())) {
                        begun.await();
                    }
                    return method.invoke(ledger, arguments);
                });
    }
}

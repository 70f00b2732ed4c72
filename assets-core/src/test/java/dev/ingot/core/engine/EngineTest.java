package dev.ingot.core.engine;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Failures;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunWish;
import dev.ingot.core.testing.PretendExecutor.Behaviour;
import dev.ingot.core.testing.World;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A diamond and a loner: {@code raw -> left, right -> bottom}, and {@code other}. */
@Timeout(30)
class EngineTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey LEFT = AssetKey.parse("silver/t/left");
    private static final AssetKey RIGHT = AssetKey.parse("silver/t/right");
    private static final AssetKey BOTTOM = AssetKey.parse("gold/t/bottom");
    private static final AssetKey OTHER = AssetKey.parse("gold/t/other");
    private static final RunListener NOBODY = new RunListener() {};

    private final World world = new World(
            spec("bronze/t/raw").source("t/raw.csv"),
            spec("silver/t/left").reads(RAW),
            spec("silver/t/right").reads(RAW),
            spec("gold/t/bottom").reads(LEFT, RIGHT),
            spec("gold/t/other").source("t/other.csv"));

    @Test
    void stepsRunInThePlansOrderAndAreRecorded() {
        RunReport report = world.run(world.plan(), 1, NOBODY, new Cancellation());
        assertThat(executed()).containsExactly(RAW, LEFT, RIGHT, BOTTOM, OTHER);
        assertThat(report.exit()).isEqualTo(ExitCode.OK);
        assertThat(report.count(StepStatus.SUCCEEDED)).isEqualTo(5);
        assertThat(report.rows()).isEqualTo(50);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(world.runs.find(report.run().id())).contains(report.run());
        assertThat(world.runs.steps(report.run().id())).isEqualTo(report.steps());
        assertThat(world.runs.events(report.run().id())).hasSize(11);
        assertThat(world.ledger.intents()).isEmpty();
    }

    @Test
    void anEmptyPlanSucceeds() {
        world.run(world.plan());
        RunReport report = world.run(world.plan());
        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(report.steps()).isEmpty();
    }

    @Test
    void whatIsReadyRunsAtOnce() {
        CyclicBarrier together = new CyclicBarrier(2);
        Behaviour meets = (context, executor) -> {
            together.await(20, TimeUnit.SECONDS);
            return StepResult.of(executor.commit(context));
        };
        world.executor.behaviours.put(LEFT, meets);
        world.executor.behaviours.put(RIGHT, meets);
        assertThat(world.run(world.plan()).run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void noMoreStepsRunAtOnceThanAllowed() {
        World wide = new World(
                spec("gold/t/a").source("t/a"),
                spec("gold/t/b").source("t/a"),
                spec("gold/t/c").source("t/a"),
                spec("gold/t/d").source("t/a"),
                spec("gold/t/e").source("t/a"));
        AtomicInteger running = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger started = new AtomicInteger();
        for (AssetKey key : wide.graph().keys()) {
            wide.executor.behaviours.put(key, (context, executor) -> {
                seen.add(running.incrementAndGet());
                if (started.incrementAndGet() <= 4) {
                    together.await(20, TimeUnit.SECONDS);
                }
                running.decrementAndGet();
                return StepResult.of(executor.commit(context));
            });
        }
        wide.run(wide.plan());
        assertThat(seen).hasSize(5).contains(2).allMatch(many -> many <= 2);
    }

    @Test
    void aFailureTakesAlongOnlyWhatDependsOnItAndNamesTheObstacle() {
        world.executor.behaviours.put(LEFT, failing(new IOException("the disk is gone")));
        RunReport report = world.run(world.plan());
        assertThat(status(report, RIGHT)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(status(report, OTHER)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(status(report, LEFT)).isEqualTo(StepStatus.FAILED);
        assertThat(state(report, LEFT).message()).contains("IOException: the disk is gone");
        assertThat(status(report, BOTTOM)).isEqualTo(StepStatus.SKIPPED);
        assertThat(state(report, BOTTOM).message()).isEqualTo("silver/t/left failed");
        assertThat(report.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(report.failures()).extracting(StepFailure::asset).containsExactly(LEFT);
        assertThat(world.ledger.intents()).isEmpty();
        world.executor.behaviours.clear();
        assertThat(world.plan().steps()).extracting(step -> step.asset()).containsExactly(LEFT, BOTTOM);
    }

    @Test
    void skippingGoesAllTheWayDown() {
        world.executor.behaviours.put(RAW, failing(new IllegalStateException()));
        RunReport report = world.run(world.plan());
        assertThat(report.count(StepStatus.SKIPPED)).isEqualTo(3);
        assertThat(state(report, BOTTOM).message()).isEqualTo("silver/t/left skipped");
    }

    @Test
    void errorsCheckedExceptionsInterruptsAndCirclesOfCausesFailTheStep() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        List<Throwable> failures = List.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new Exception("checked"),
                new InterruptedException(),
                new IOException("No space left on device"),
                one);
        for (Throwable failure : failures) {
            world.executor.behaviours.put(OTHER, failing(failure));
            RunReport report = world.run(world.plan());
            assertThat(status(report, OTHER)).as("%s", failure.getClass()).isEqualTo(StepStatus.FAILED);
            assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aFailureThatCannotBeToldFailsItsStepAlone() {
        world.executor.behaviours.put(LEFT, failing(new Untellable()));
        RunReport report = world.run(world.plan());
        assertThat(status(report, LEFT)).isEqualTo(StepStatus.FAILED);
        assertThat(state(report, LEFT).message())
                .contains("cannot be told")
                .contains("describing it ran into java.lang.AssertionError");
        assertThat(status(report, BOTTOM)).isEqualTo(StepStatus.SKIPPED);
        assertThat(status(report, OTHER)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        world.executor.behaviours.clear();
        assertThat(world.run(world.plan()).exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theCodeOfAFailureDecidesTheExitCode() {
        for (ErrorCode code : List.of(
                ErrorCode.UNREACHABLE_STORE,
                ErrorCode.EXPECTATION_FAILED,
                ErrorCode.NOTHING_LANDED,
                ErrorCode.DISK_FULL)) {
            world.executor.behaviours.put(OTHER, failing(new IngotException(Diagnostic.of(code, "it failed"))));
            RunReport report = world.run(world.plan("gold/t/other"));
            assertThat(report.exit()).isEqualTo(code.exit() == ExitCode.USAGE ? ExitCode.FAILED : code.exit());
            assertThat(report.run().status())
                    .isEqualTo(code == ErrorCode.EXPECTATION_FAILED ? RunStatus.BLOCKED : RunStatus.FAILED);
            assertThat(report.failures().get(0).failure().diagnostic().where().orElseThrow())
                    .contains("gold/t/other, step");
        }
    }

    @Test
    void aStepThatGivesUpOnItsDataIsBlockedAndTakesAlongWhatNeedsIt() {
        world.executor.behaviours.put(LEFT, (context, executor) -> {
            context.signals().checked(List.of(CheckResult.blocked("gate", "it loses")));
            throw new IngotException(Diagnostic.of(ErrorCode.CHECK_FAILED, "it does not pass"));
        });

        RunReport report = world.run(world.plan());

        assertThat(status(report, LEFT)).isEqualTo(StepStatus.BLOCKED);
        assertThat(state(report, LEFT).message()).startsWith("it does not pass");
        assertThat(status(report, BOTTOM)).isEqualTo(StepStatus.SKIPPED);
        assertThat(status(report, OTHER)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(report.run().status()).isEqualTo(RunStatus.BLOCKED);
        assertThat(report.exit()).isEqualTo(ExitCode.BLOCKED);
        assertThat(report.checks()).extracting(CheckResult::name).containsExactly("gate");
        assertThat(world.plan().steps()).extracting(PlanStep::asset).containsExactly(LEFT, BOTTOM);

        world.executor.behaviours.put(OTHER, failing(new IOException("broken")));
        report = world.run(world.plan(PlanRequest.builder().force(Force.CHOSEN).build()));
        assertThat(report.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aFailureIsToldWithAllThatWasThrownAndLeadsToItsLog() {
        Exception thrown = new IllegalStateException("wrapped", new IOException("no such year"));
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("dev.ingot.core.testing.Years", "compute", "Years.java", 3)
        });
        world.executor.behaviours.put(OTHER, failing(thrown));
        List<Throwable> told = new ArrayList<>();
        RunReport report = world.run(
                world.plan("gold/t/other"),
                1,
                new RunListener() {
                    @Override
                    public void stepFailed(StepState step, Throwable failure) {
                        told.add(failure);
                    }
                },
                new Cancellation());
        assertThat(told).containsExactly(thrown);
        Diagnostic diagnostic = report.failures().get(0).failure().diagnostic();
        assertThat(diagnostic.why()).contains("IOException: no such year");
        assertThat(diagnostic.where().orElseThrow())
                .endsWith("\nat dev.ingot.core.testing.Years.compute(Years.java:3)");
        assertThat(diagnostic.help())
                .containsExactly(
                        "see all of it: ingot runs logs " + report.run().id() + " --step 1");
    }

    @Test
    void aBlockingCheckKeepsWhatDependsOnItAndOthersDoNot() {
        world.executor.behaviours.put(LEFT, checking(CheckResult.failed("enough", "too few")));
        RunReport report = world.run(world.plan());
        assertThat(status(report, LEFT)).isEqualTo(StepStatus.BLOCKED);
        assertThat(status(report, BOTTOM)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(report.run().status()).isEqualTo(RunStatus.BLOCKED);
        assertThat(report.exit()).isEqualTo(ExitCode.BLOCKED);
        assertThat(report.checks()).extracting(CheckResult::name).containsExactly("enough");

        world.executor.behaviours.put(LEFT, checking(CheckResult.blocked("gate", "it loses")));
        report = world.run(world.plan(PlanRequest.builder().force(Force.CHOSEN).build()));
        assertThat(status(report, LEFT)).isEqualTo(StepStatus.BLOCKED);
        assertThat(state(report, LEFT).message()).isEqualTo("gate: it loses");
        assertThat(status(report, BOTTOM)).isEqualTo(StepStatus.SKIPPED);
        assertThat(state(report, BOTTOM).message()).isEqualTo("silver/t/left blocked");

        world.executor.behaviours.put(LEFT, checking(CheckResult.warned("light", "few")));
        report = world.run(world.plan(PlanRequest.builder().force(Force.CHOSEN).build()));
        assertThat(report.exit()).isEqualTo(ExitCode.OK);
        assertThat(report.checks()).extracting(CheckResult::name).containsExactly("light");
    }

    @Test
    void anExceptionAfterTheCommitIsASuccess() {
        world.executor.behaviours.put(LEFT, (context, executor) -> {
            executor.commit(context);
            Thread.currentThread().interrupt();
            throw new IOException("the answer was lost");
        });
        RunReport report = world.run(world.plan());
        assertThat(report.exit()).isEqualTo(ExitCode.OK);
        assertThat(status(report, BOTTOM)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(world.ledger.history(LEFT, 10)).hasSize(1);
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @Test
    void cancellingInTheMiddleStopsWhatRunsAndWhatWaits() {
        Cancellation cancellation = new Cancellation();
        CountDownLatch told = new CountDownLatch(1);
        world.executor.behaviours.put(LEFT, (context, executor) -> {
            context.signals().onCancel(() -> {
                throw new IllegalStateException("a listener that fails keeps nobody from hearing of it");
            });
            context.signals().onCancel(told::countDown);
            cancellation.cancel();
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(context.signals().isCancelled()).isTrue();
            throw new IOException("cancelled");
        });
        RunReport report = world.run(world.plan(), 1, NOBODY, cancellation);
        assertThat(status(report, RAW)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(status(report, LEFT)).isEqualTo(StepStatus.CANCELLED);
        assertThat(report.count(StepStatus.CANCELLED)).isEqualTo(4);
        assertThat(report.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(report.exit()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(world.ledger.intents()).isEmpty();
        world.executor.behaviours.clear();
        assertThat(world.run(world.plan()).exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aStepThatCommitsInSpiteOfTheCancellationHasSucceeded() {
        Cancellation cancellation = new Cancellation();
        world.executor.behaviours.put(OTHER, (context, executor) -> {
            cancellation.cancel();
            return StepResult.of(executor.commit(context));
        });
        RunReport report = world.run(world.plan("gold/t/other"), 1, NOBODY, cancellation);
        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void cancelledBeforeItBeginsNothingRuns() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        RunReport report = world.run(world.plan(), 2, NOBODY, cancellation);
        assertThat(executed()).isEmpty();
        assertThat(report.exit()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void anInterruptOfTheCallerCancels() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            context.signals().onCancel(cancelled::countDown);
            cancelled.await();
            throw new IOException("cancelled");
        });
        Thread.currentThread().interrupt();
        assertThat(world.run(world.plan()).exit()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void aListenerThatFailsHarmsNothing() {
        RunListener broken = new RunListener() {
            @Override
            public void runStarted(Run run, List<StepState> steps) {
                throw new IllegalStateException("started");
            }

            @Override
            public void stepChanged(StepState step) {
                throw new IllegalStateException("changed");
            }

            @Override
            public void stepProgress(StepState step, String doing) {
                throw new IllegalStateException("progress");
            }

            @Override
            public void runFinished(RunReport report) {
                throw new IllegalStateException("finished");
            }
        };
        world.executor.behaviours.put(RAW, (context, executor) -> {
            context.signals().progress("computing");
            return StepResult.of(executor.commit(context));
        });
        RunReport report = world.run(world.plan(), 2, broken, new Cancellation());
        assertThat(report.exit()).isEqualTo(ExitCode.OK);
        assertThat(world.runs.find(report.run().id()).map(Run::status)).contains(RunStatus.SUCCEEDED);
    }

    @Test
    void aListenerThatEndsInAnErrorHarmsNothing() {
        RunListener broken = new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                throw new StackOverflowError();
            }

            @Override
            public void stepFailed(StepState step, Throwable failure) {
                throw new Untellable();
            }
        };
        world.executor.behaviours.put(LEFT, failing(new IOException("the disk is gone")));
        RunReport report = world.run(world.plan(), 2, broken, new Cancellation());
        assertThat(state(report, LEFT).message()).contains("IOException: the disk is gone");
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whenTheRunStoreIsLostNothingGoesOnAndTheRunIsSeenToHaveDied() {
        MemoryRunStore kept = new MemoryRunStore();
        CountDownLatch lost = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        world.runs = new LosableRunStore(kept, OTHER, released);
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        world.executor.behaviours.put(RAW, (context, executor) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            context.signals().onCancel(cancelled::countDown);
            lost.countDown();
            cancelled.await();
            boolean early = released.await(200, TimeUnit.MILLISECONDS);
            ended.add(early ? "after the lease was given back" : "before the lease was given back");
            throw new IOException("cancelled");
        });
        world.executor.behaviours.put(OTHER, (context, executor) -> {
            lost.await();
            return StepResult.of(executor.commit(context));
        });
        assertThatThrownBy(() -> world.run(world.plan()))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure ->
                                assertThat(failure.diagnostic().code().exit()).isEqualTo(ExitCode.UNREACHABLE));
        assertThat(ended).containsExactly("before the lease was given back");
        assertThat(executed()).doesNotContain(LEFT, RIGHT, BOTTOM);
        assertThat(kept.newest(1)).extracting(Run::status).containsExactly(RunStatus.DIED);
        world.runs = kept;
        world.executor.behaviours.clear();
        assertThat(world.run(world.plan()).exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatDeadRunsHadCommittedIsTakenOverBeforeARunBegins() {
        Plan plan = world.plan();
        RunId dead = new RunId("01JNA0000000000000000000AA");
        StepId committed = new StepId(dead, 1);
        Slice slice = new Slice(PartitionKey.whole(), "d", 7, 0, Map.of("landing:t/other.csv", "v1"));
        Materialization done =
                new Materialization(committed, OTHER, 1, "1", Instant.EPOCH, List.of(slice), PartitionSet.empty());
        world.runs.begin(Run.begun(dead, "c", "h", Instant.EPOCH), List.of()).close();
        world.executor.committed(done);
        world.ledger.intend(new Intent(committed, OTHER));
        world.ledger.intend(new Intent(new StepId(dead, 2), RAW));
        RunReport report = world.run(plan);
        assertThat(status(report, OTHER)).isEqualTo(StepStatus.UNCHANGED);
        assertThat(world.ledger.intents()).isEmpty();
        assertThat(world.ledger.history(OTHER, 10)).containsExactly(done);
    }

    @Test
    void recoveryLeavesLiveRunsAloneAndCountsWhatItFound() {
        RunId live = new RunId("01JNA0000000000000000000AA");
        Intent intent = new Intent(new StepId(live, 1), OTHER);
        try (RunStore.RunSession session = world.runs.begin(Run.begun(live, "c", "h", Instant.EPOCH), List.of())) {
            world.ledger.intend(intent);
            assertThat(world.engine().recover(world.graph())).isZero();
            assertThat(world.ledger.intents()).containsExactly(intent);
            assertThat(session).isNotNull();
        }
        world.executor.committed(
                new Materialization(intent.step(), OTHER, 1, "1", Instant.EPOCH, List.of(), PartitionSet.of("1996")));
        assertThat(world.engine().recover(world.graph())).isEqualTo(1);
        assertThat(world.ledger.intents()).isEmpty();
        world.ledger.intend(new Intent(new StepId(live, 9), AssetKey.parse("gold/t/forgotten")));
        assertThat(world.engine().recover(world.graph())).isZero();
        assertThat(world.ledger.intents()).hasSize(1);
    }

    @Test
    void aFileThatLandsWhileAStepRunsIsForTheNextRun() {
        world.executor.behaviours.put(OTHER, (context, executor) -> {
            world.sources.put("t/other.csv", "v2");
            return StepResult.of(executor.commit(context));
        });
        world.run(world.plan("gold/t/other"));
        assertThat(world.plan("gold/t/other").steps())
                .extracting(step -> step.why())
                .containsExactly("source changed: t/other.csv");
    }

    @Test
    void eventsTellEveryChangeInOrder() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        RunListener listener = new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                told.add(step.asset().name() + " " + step.status().text());
            }

            @Override
            public void runFinished(RunReport report) {
                told.add(report.run().status().text());
            }
        };
        world.run(world.plan("bronze"), 1, listener, new Cancellation());
        assertThat(told).containsExactly("raw running", "raw succeeded", "succeeded");
    }

    private List<AssetKey> executed() {
        return world.executor.executed.stream()
                .map(context -> context.asset().key())
                .toList();
    }

    private static StepState state(RunReport report, AssetKey asset) {
        return report.steps().stream()
                .filter(step -> step.asset().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    private static StepStatus status(RunReport report, AssetKey asset) {
        return state(report, asset).status();
    }

    private static Behaviour checking(CheckResult check) {
        return (context, executor) -> new StepResult(executor.commit(context), List.of(check));
    }

    private static Behaviour failing(Throwable failure) {
        return (context, executor) -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }

    /** Fails when it is asked for anything. */
    private static final class Untellable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new AssertionError("no message");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new AssertionError("no cause");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("no hash");
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("no equality");
        }
    }

    /** Loses its connection when a step of this asset ends. */
    private record LosableRunStore(RunStore kept, AssetKey last, CountDownLatch released) implements RunStore {
        @Override
        public RunSession begin(Run run, List<StepState> steps, String plan) {
            return losable(kept.begin(run, steps, plan));
        }

        @Override
        public RunSession resume(RunId id, String holder) {
            return losable(kept.resume(id, holder));
        }

        private RunSession losable(RunSession session) {
            return new RunSession() {
                private boolean gone;

                @Override
                public void record(RunEvent event) {
                    gone |= event.step()
                            .filter(step ->
                                    step.asset().equals(last) && step.status().isFinal())
                            .isPresent();
                    if (gone) {
                        throw new IngotException(Diagnostic.of(ErrorCode.UNREACHABLE_DATABASE, "The database is gone"));
                    }
                    session.record(event);
                }

                @Override
                public Optional<RunWish> wish() {
                    return session.wish();
                }

                @Override
                public void failed(StepId step, AssetKey asset, PartitionSet slices) {
                    session.failed(step, asset, slices);
                }

                @Override
                public void close() {
                    session.close();
                    released.countDown();
                }
            };
        }

        @Override
        public Optional<Run> find(RunId id) {
            return kept.find(id);
        }

        @Override
        public List<Run> newest(int limit) {
            return kept.newest(limit);
        }

        @Override
        public List<StepState> steps(RunId id) {
            return kept.steps(id);
        }

        @Override
        public List<RunEvent> events(RunId id) {
            return kept.events(id);
        }

        @Override
        public LeaseStore leases() {
            return kept.leases();
        }

        @Override
        public Optional<String> plan(RunId id) {
            return kept.plan(id);
        }

        @Override
        public boolean ask(RunId id, RunWish wish) {
            return kept.ask(id, wish);
        }

        @Override
        public Failures failures() {
            return kept.failures();
        }
    }
}

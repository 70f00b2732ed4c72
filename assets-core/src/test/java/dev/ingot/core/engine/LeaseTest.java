package dev.ingot.core.engine;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.testing.World;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several runs at once. {@code raw -> made}, and {@code other} beside them. */
@Timeout(30)
class LeaseTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey OTHER = AssetKey.parse("gold/t/other");
    private static final RunListener NOBODY = new RunListener() {};

    private final World world = new World(
            spec("bronze/t/raw").source("t/raw.csv").retry(RetryPolicy.never()),
            spec("silver/t/made").reads(RAW),
            spec("gold/t/other").source("t/other.csv"));

    @Test
    void aStepWaitsForTheSlicesOfAnotherRunIsToldOnceAndFindsThemFresh() throws Exception {
        Plan plan = world.plan("+silver/t/made");
        Plan more = world.plan();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        world.executor.behaviours.put(RAW, (context, executor) -> {
            begun.countDown();
            goOn.await();
            return StepResult.of(executor.commit(context));
        });
        CompletableFuture<RunReport> first = CompletableFuture.supplyAsync(() -> world.run(plan));
        begun.await();
        List<StepState> told = Collections.synchronizedList(new ArrayList<>());
        RunReport second = world.run(more, 2, telling(told, goOn), new Cancellation());

        assertThat(first.get().run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(second.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(second.count(StepStatus.UNCHANGED)).isEqualTo(2);
        assertThat(second.count(StepStatus.SUCCEEDED)).isOne();
        assertThat(told.stream()
                        .filter(state ->
                                state.asset().equals(RAW) && state.message().startsWith("waits for")))
                .extracting(StepState::message)
                .hasSize(1)
                .allMatch(message -> message.contains(first.join().run().id().text()));
        assertThat(world.executor.executed).hasSize(3);
        assertThat(world.runs.events(second.run().id()).stream()
                        .flatMap(event -> event.step().stream())
                        .filter(state ->
                                state.asset().equals(RAW) && state.message().startsWith("waits for run")))
                .hasSize(1);
    }

    /** Once it waits, and everything else has ended, the other run may go on. */
    private static RunListener telling(List<StepState> told, CountDownLatch goOn) {
        return new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                told.add(step);
                if (step.asset().equals(OTHER) && step.status().isFinal()) {
                    goOn.countDown();
                }
            }
        };
    }

    @Test
    void withoutWaitingTheStepFailsNamingTheHolderAndOthersRun() {
        StepId holder = holder();
        lease(holder, RAW, PartitionSet.whole());
        RunReport report =
                world.engine().run(world.request(world.plan(), 2).waiting(false), NOBODY, new Cancellation());
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(report.steps())
                .extracting(StepState::status)
                .containsExactlyInAnyOrder(StepStatus.FAILED, StepStatus.SKIPPED, StepStatus.SUCCEEDED);
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.failure().diagnostic().code()).isEqualTo(ErrorCode.LEASE_HELD);
            assertThat(failure.failure().diagnostic().text())
                    .contains(holder.run().text(), "bob@host:2");
        });
        assertThat(world.staleness().failed(RAW).isEmpty())
                .as("nothing was tried")
                .isTrue();
    }

    @Test
    void aRunThatWaitsCanBeCancelled() {
        lease(holder(), RAW, PartitionSet.whole());
        Cancellation cancellation = new Cancellation();
        RunListener cancelling = new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                if (step.message().startsWith("waits for")) {
                    cancellation.cancel();
                }
            }
        };
        RunReport report = world.run(world.plan("bronze"), 2, cancelling, cancellation);
        assertThat(report.run().status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void leasesAreGivenBackWhateverBecomesOfTheStep() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            throw new IOException("the disk is gone");
        });
        world.run(world.plan());
        StepId next = holder();
        assertThat(List.of(RAW, OTHER))
                .extracting(asset -> world.runs.leases().acquire(LeaseRequest.of(next, asset, PartitionSet.whole())))
                .allSatisfy(grant -> assertThat(grant)
                        .isInstanceOfSatisfying(
                                Grant.Granted.class,
                                granted -> assertThat(granted.over()).isEmpty()));
    }

    @Test
    void aStepThatLostItsLeaseIsToldBeforeItCommits() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            world.runs.leases().abandon(context.lease());
            lease(holder(), RAW, PartitionSet.whole());
            context.signals().checkLease();
            return StepResult.of(executor.commit(context));
        });
        RunReport report = world.run(world.plan("bronze"));
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.failure().diagnostic().code()).isEqualTo(ErrorCode.LEASE_LOST));
        assertThat(world.ledger.intents()).isEmpty();
    }

    @Test
    void whatAFormerHolderCommittedWithoutSayingSoIsTakenOverAndItIsFencedFirst() {
        List<Lease> fenced = Collections.synchronizedList(new ArrayList<>());
        world.executor.fences = fenced;
        RunReport lost = commitsAndCannotTell();
        world.executor.unreadable = false;
        Plan plan = world.plan("bronze");

        RunReport report = world.run(plan);

        assertThat(report.steps()).extracting(StepState::status).containsExactly(StepStatus.UNCHANGED);
        assertThat(world.ledger.history(RAW, 5))
                .extracting(one -> one.run())
                .containsExactly(lost.run().id());
        assertThat(fenced)
                .singleElement()
                .satisfies(lease ->
                        assertThat(lease.step().run()).isEqualTo(report.run().id()));
    }

    @Test
    void whoFailsToFindOutWhatAFormerHolderCommittedLeavesItToTheNext() {
        RunReport lost = commitsAndCannotTell();
        RunReport cannotTell = world.run(world.plan("bronze"));
        assertThat(cannotTell.run().status()).isEqualTo(RunStatus.FAILED);
        world.executor.unreadable = false;

        RunReport report = world.run(world.plan("bronze"));

        assertThat(world.ledger.history(RAW, 5))
                .extracting(one -> one.run())
                .containsExactly(report.run().id(), lost.run().id());
    }

    /** Recovery finds what it committed by its intent as well: that is gone here, so that only its lease leads to it. */
    private RunReport commitsAndCannotTell() {
        world.executor.behaviours.put(RAW, (context, executor) -> {
            executor.commit(context);
            throw new IllegalStateException("and nobody can tell whether it is there");
        });
        world.executor.unreadable = true;
        RunReport lost = world.run(world.plan("bronze"));
        assertThat(lost.run().status()).isEqualTo(RunStatus.FAILED);
        world.executor.behaviours.clear();
        world.ledger.intents().forEach(world.ledger::abandon);
        return lost;
    }

    @Test
    void differentPartitionsOfOneAssetAreWrittenAtOnce() throws Exception {
        AssetKey years = AssetKey.parse("gold/t/years");
        World wide = new World(spec("gold/t/years")
                .partitioned(dev.ingot.core.partition.Partitioning.yearly("year", 1996, 1997))
                .source("t/a"));
        CountDownLatch both = new CountDownLatch(2);
        wide.executor.behaviours.put(years, (context, executor) -> {
            both.countDown();
            both.await();
            return StepResult.of(executor.commit(context));
        });
        Plan one = wide.plan("gold/t/years@1996");
        Plan other = wide.plan("gold/t/years@1997");
        CompletableFuture<RunReport> first = CompletableFuture.supplyAsync(() -> wide.run(one));
        RunReport second = wide.run(other);
        assertThat(List.of(first.get(), second))
                .extracting(report -> report.run().status())
                .containsOnly(RunStatus.SUCCEEDED);
        assertThat(wide.plan().isEmpty()).isTrue();
    }

    /** A step of another run, which lives. */
    private StepId holder() {
        RunId id = RunId.create(java.time.Clock.systemUTC());
        RunSession session = world.runs.begin(Run.begun(id, "backfill", "bob@host:2", Instant.EPOCH), List.of());
        assertThat(session).isNotNull();
        return new StepId(id, 1);
    }

    private void lease(StepId step, AssetKey asset, PartitionSet slices) {
        assertThat(world.runs.leases().acquire(LeaseRequest.of(step, asset, slices)))
                .isInstanceOf(Grant.Granted.class);
    }
}

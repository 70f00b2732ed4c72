package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.run.Failures;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.staleness.Staleness;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Runs single steps: looks at the slices once more, says what it intends, executes, and records what was committed. */
final class StepRunner {
    private final AssetGraph graph;
    private final Ports ports;
    private final Ledger ledger;
    private final Clock clock;
    private LedgerSnapshot snapshot = LedgerSnapshot.empty();

    StepRunner(AssetGraph graph, Ports ports) {
        this.graph = graph;
        this.ports = ports;
        this.ledger = ports.ledger();
        this.clock = ports.clock();
    }

    /** Reads the ledger: to be called once the right to write is ours, for another run may have come in between. */
    synchronized void refresh() {
        snapshot = ledger.snapshot();
    }

    StepOutcome run(PlanStep step, StepState state, Cancellation cancellation, RunListener listener) {
        try {
            LedgerSnapshot now = current();
            Asset asset = graph.asset(step.asset());
            Staleness staleness = new Staleness(
                    graph,
                    new ProjectState(
                            now, Failures.none(), pinned(asset), ports.code(), PartitionFacts.at(clock.instant())));
            StepScope scope = scope(step, staleness);
            if (scope.isEmpty()) {
                return StepOutcome.done(
                        state.finished(StepStatus.UNCHANGED, clock.instant(), "its inputs are what they were"),
                        List.of());
            }
            String code = ports.code().of(asset);
            StepInputs inputs = new StepInputs(asset.key(), code, clock.instant(), now, staleness);
            StepSignals signals = new CancellationSignals(cancellation, doing -> listener.stepProgress(state, doing));
            return done(state, execute(new StepContext(asset, state.id(), scope, inputs, signals)));
        } catch (Throwable failure) {
            return failed(state, failure, cancellation);
        }
    }

    private StepResult execute(StepContext context) throws Exception {
        AssetExecutor executor = ports.executor(context.asset());
        ledger.intend(new Intent(context.step(), context.asset().key()));
        try {
            StepResult result = executor.execute(context);
            record(result.materialization());
            return result;
        } catch (Throwable failure) {
            // The commit decides, not the exception: it may have come after.
            Optional<Materialization> committed = settle(executor, context, failure);
            if (committed.isEmpty()) {
                throw failure;
            }
            return StepResult.of(committed.get());
        }
    }

    /** Finds out whether a failed step has committed. Where that cannot be told, its intent stays for a later command. */
    private Optional<Materialization> settle(AssetExecutor executor, StepContext context, Throwable failure) {
        // An interrupt was for the step; reading its table must not end of it.
        Thread.interrupted();
        try {
            Optional<Materialization> committed = executor.committed(context.asset(), context.step());
            committed.ifPresentOrElse(
                    this::record,
                    () -> ledger.abandon(
                            new Intent(context.step(), context.asset().key())));
            return committed;
        } catch (RuntimeException e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            return Optional.empty();
        }
    }

    private void record(Materialization done) {
        ledger.record(done);
        synchronized (this) {
            snapshot = snapshot.with(done);
        }
    }

    private synchronized LedgerSnapshot current() {
        return snapshot;
    }

    /** The sources as they are now: a file that lands while the step runs is for the next run. */
    private SourceVersions pinned(Asset asset) {
        SourceVersions pinned = ports.sources().once();
        asset.spec().sources().forEach(pinned::version);
        return pinned;
    }

    /** What is left of the planned scope when the step's turn has come. */
    private StepScope scope(PlanStep step, Staleness staleness) {
        PartitionSet stale = staleness.stale(step.asset()).partitions();
        PartitionSet known = staleness.partitions(step.asset());
        StepScope planned = step.scope();
        boolean discovers = Staleness.discovers(graph.spec(step.asset()));
        if (!planned.discover()) {
            PartitionSet wanted = planned.partitions();
            return step.forced()
                    ? planned
                    : StepScope.of(wanted.filter(key -> stale.contains(key) || discovers && !known.contains(key)));
        }
        if (discovers) {
            boolean wanted = step.forced()
                    || stale.contains(PartitionKey.whole())
                    || stale.stream().anyMatch(planned::contains);
            return wanted ? StepScope.discovering(known, planned.within()) : StepScope.of(PartitionSet.empty());
        }
        return StepScope.of((step.forced() ? known.union(stale) : stale).filter(planned::contains));
    }

    private StepOutcome done(StepState state, StepResult result) {
        Materialization done = result.materialization();
        StepState counted = state.wrote(new Written(done.rows(), done.rejected(), done.bytes()));
        Optional<CheckResult> broken =
                result.checks().stream().filter(CheckResult::failed).findFirst();
        StepStatus status = broken.isPresent() ? StepStatus.BLOCKED : StepStatus.SUCCEEDED;
        String why = broken.map(check -> check.name() + ": " + check.detail()).orElse("");
        return StepOutcome.done(counted.finished(status, clock.instant(), why), result.checks());
    }

    private StepOutcome failed(StepState state, Throwable failure, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return StepOutcome.done(state.finished(StepStatus.CANCELLED, clock.instant(), ""), List.of());
        }
        IngotException told = EngineErrors.of(state, failure);
        String why = told.diagnostic().text();
        return StepOutcome.failed(state.finished(StepStatus.FAILED, clock.instant(), why), told);
    }
}

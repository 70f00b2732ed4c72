package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.staleness.CodeVersions;
import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.staleness.Staleness;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs single steps: looks at the slices once more, says what it intends, executes, and records what was committed. */
final class StepRunner {
    private final AssetGraph graph;
    private final List<AssetExecutor> executors;
    private final Ledger ledger;
    private final SourceVersions sources;
    private final CodeVersions code;
    private final Clock clock;
    private LedgerSnapshot snapshot = LedgerSnapshot.empty();

    StepRunner(
            AssetGraph graph,
            List<AssetExecutor> executors,
            Ledger ledger,
            SourceVersions sources,
            CodeVersions code,
            Clock clock) {
        this.graph = graph;
        this.executors = executors;
        this.ledger = ledger;
        this.sources = sources;
        this.code = code;
        this.clock = clock;
    }

    /** Reads the ledger: to be called once the right to write is ours, for another run may have come in between. */
    synchronized void refresh() {
        snapshot = ledger.snapshot();
    }

    StepOutcome run(PlanStep step, StepState state, Cancellation cancellation, RunListener listener) {
        try {
            LedgerSnapshot now = current();
            Staleness staleness = new Staleness(graph, now, sources, code);
            StepScope scope = scope(step, staleness);
            if (!scope.discover() && scope.partitions().isEmpty()) {
                return StepOutcome.done(
                        state.finished(StepStatus.UNCHANGED, clock.instant(), "its inputs are what they were"),
                        List.of());
            }
            Asset asset = graph.asset(step.asset());
            StepInputs inputs = new StepInputs(asset.key(), code.of(asset), clock.instant(), now, staleness);
            StepSignals signals = new CancellationSignals(cancellation, doing -> listener.stepProgress(state, doing));
            return done(state, execute(new StepContext(asset, state.id(), scope, inputs, signals)));
        } catch (Throwable failure) {
            return failed(state, failure, cancellation);
        }
    }

    private StepResult execute(StepContext context) throws Exception {
        AssetExecutor executor = Engine.executorOf(executors, context.asset());
        Intent intent = new Intent(context.step(), context.asset().key());
        ledger.intend(intent);
        try {
            StepResult result = executor.execute(context);
            record(result.materialization());
            return result;
        } catch (Throwable failure) {
            // The commit decides, not the exception: it may have come after.
            Optional<Materialization> committed = executor.committed(context.asset(), context.step());
            if (committed.isPresent()) {
                record(committed.get());
                return StepResult.of(committed.get());
            }
            ledger.abandon(intent);
            throw failure;
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

    /** What is left of the planned scope when the step's turn has come. */
    private StepScope scope(PlanStep step, Staleness staleness) {
        Set<PartitionKey> stale = staleness.stale(step.asset()).keySet();
        if (Staleness.discovers(graph.spec(step.asset())) && step.scope().discover()) {
            boolean wanted = step.forced() || !stale.isEmpty();
            PartitionSet known = staleness.partitions(step.asset());
            return wanted ? StepScope.discovering(known) : StepScope.of(PartitionSet.empty());
        }
        if (step.scope().discover()) {
            PartitionSet all = staleness.partitions(step.asset());
            return StepScope.of(step.forced() ? all.union(PartitionSet.of(stale)) : PartitionSet.of(stale));
        }
        if (step.forced()) {
            return step.scope();
        }
        PartitionSet known = staleness.partitions(step.asset());
        return StepScope.of(step.scope().partitions().filter(key -> stale.contains(key) || !known.contains(key)));
    }

    private StepOutcome done(StepState state, StepResult result) {
        Materialization done = result.materialization();
        StepState counted = state.counted(done.rows(), done.rejected());
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

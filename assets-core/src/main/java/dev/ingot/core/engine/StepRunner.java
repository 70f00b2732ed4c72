package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs single steps: looks at the slices once more, says what it intends, executes, and records what was committed. */
final class StepRunner {
    private final AssetGraph graph;
    private final Ports ports;
    private final Ledger ledger;
    private final Clock clock;
    private @Nullable ProjectState known;

    StepRunner(AssetGraph graph, Ports ports) {
        this.graph = graph;
        this.ports = ports;
        this.ledger = ports.ledger();
        this.clock = ports.clock();
    }

    /** Reads the state: to be called once the right to write is ours, for another run may have come in between. */
    synchronized void refresh() {
        known = ports.state().read();
    }

    StepOutcome run(PlanStep step, StepState state, Cancellation cancellation, RunListener listener) {
        StepScope scope = step.scope();
        CancellationSignals signals =
                new CancellationSignals(cancellation, doing -> listener.stepProgress(state, doing));
        try {
            Asset asset = graph.asset(step.asset());
            ProjectState now = pinned(asset);
            Staleness staleness = new Staleness(graph, now);
            scope = scope(step, staleness);
            if (scope.isEmpty()) {
                return StepOutcome.done(
                        step,
                        state.finished(StepStatus.UNCHANGED, clock.instant(), "its inputs are what they were"),
                        List.of());
            }
            String code = now.code().of(asset);
            StepInputs inputs = new StepInputs(asset.key(), code, clock.instant(), now.ledger(), staleness);
            return done(step, state, execute(new StepContext(asset, state.id(), scope, inputs, signals), signals));
        } catch (Throwable failure) {
            return cancellation.isCancelled()
                    ? StepOutcome.done(step, state.finished(StepStatus.CANCELLED, clock.instant(), ""), List.of())
                    : failed(step, state, scope, failure, signals.checks());
        }
    }

    private StepResult execute(StepContext context, CancellationSignals signals) throws Exception {
        AssetExecutor executor = ports.executor(context.asset());
        ledger.intend(new Intent(context.step(), context.asset().key()));
        Optional<StepResult> result = Optional.empty();
        try {
            result = Optional.of(executor.execute(context));
            record(result.get().materialization());
            return result.get();
        } catch (Throwable failure) {
            // The commit decides, not the exception: it may have come after.
            Optional<Materialization> committed = settle(executor, context, failure);
            if (committed.isEmpty()) {
                throw failure;
            }
            return new StepResult(
                    committed.get(), result.map(StepResult::checks).orElseGet(signals::checks));
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
            known = current().with(done);
        }
    }

    private synchronized ProjectState current() {
        return Objects.requireNonNull(known);
    }

    /** The state with the sources as they are now: a file that lands while the step runs is for the next run. */
    private ProjectState pinned(Asset asset) {
        ProjectState pinned = current().once();
        asset.spec().sources().forEach(pinned.sources()::version);
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
                    : StepScope.of(
                            discovers ? wanted.intersect(stale).union(wanted.minus(known)) : wanted.intersect(stale));
        }
        if (discovers) {
            boolean wanted = step.forced()
                    || stale.contains(PartitionKey.whole())
                    || stale.stream().anyMatch(planned::contains);
            return wanted ? StepScope.discovering(known, planned.within()) : StepScope.of(PartitionSet.empty());
        }
        return StepScope.of((step.forced() ? known.union(stale) : stale).filter(planned::contains));
    }

    private StepOutcome done(PlanStep step, StepState state, StepResult result) {
        Materialization done = result.materialization();
        StepState counted = state.wrote(new Written(done.rows(), done.rejected(), done.bytes()));
        Optional<CheckResult> broken =
                result.checks().stream().filter(CheckResult::failed).findFirst();
        StepStatus status = broken.isPresent() ? StepStatus.BLOCKED : StepStatus.SUCCEEDED;
        String why = broken.map(check -> check.name() + ": " + check.detail()).orElse("");
        return StepOutcome.done(step, counted.finished(status, clock.instant(), why), result.checks());
    }

    private StepOutcome failed(
            PlanStep step, StepState state, StepScope scope, Throwable failure, List<CheckResult> checks) {
        IngotException told = EngineErrors.of(state, failure);
        PartitionSet attempted = scope.discover() ? scope.partitions().union(PartitionSet.whole()) : scope.partitions();
        boolean onData = told.diagnostic().code().exit() == ExitCode.BLOCKED;
        StepState ended = state.finished(
                onData ? StepStatus.BLOCKED : StepStatus.FAILED,
                clock.instant(),
                told.diagnostic().text());
        return StepOutcome.failed(step, ended, told, onData ? checks : List.of(), attempted);
    }
}

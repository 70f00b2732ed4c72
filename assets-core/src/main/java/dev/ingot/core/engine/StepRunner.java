package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.StepPolicy;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.StepOutcome.Failed;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepInputs;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs single steps that hold the lease of their slices: looks at the slices once more, says what it intends, executes, and
 * records what was committed.
 */
final class StepRunner {
    private final AssetGraph graph;
    private final Ports ports;
    private final Ledger ledger;
    private final Clock clock;
    private final RunState state;

    StepRunner(AssetGraph graph, Ports ports) {
        this.graph = graph;
        this.ports = ports;
        this.ledger = ports.ledger();
        this.clock = ports.clock();
        this.state = new RunState(ports.state());
    }

    /** Reads the state; to be called before the first step. */
    void refresh() {
        state.read();
    }

    /** Asks for the lease of a step, and for what else it takes to begin. */
    RunState.Begun begin(LeaseRequest request) {
        return state.begin(request);
    }

    /**
     * Runs an attempt of a step, and gives its lease back.
     *
     * @param listener told what it is doing
     * @param worked told when its asset has done its work, which is yet to be recorded
     */
    StepOutcome run(Attempt attempt, RunListener listener, Runnable worked) {
        PlanStep step = attempt.step();
        StepState begun = attempt.begun();
        Lease lease = attempt.granted().lease();
        CancellationSignals signals = new CancellationSignals(attempt.cancellation(), state, lease, listener, begun);
        PartitionSet[] attempted = {attempted(step.scope())};
        try (StepLease held = new StepLease(state, ports.leases(), lease)) {
            Asset asset = graph.asset(step.asset());
            takeOver(asset, attempt.granted());
            held.settled(true);
            ProjectState now = pinned(asset, attempt.known().orElseGet(state::now));
            Staleness staleness = new Staleness(graph, now);
            StepScope scope = scope(step, staleness);
            attempted[0] = attempted(scope);
            if (scope.isEmpty()) {
                return unchanged(step, begun);
            }
            String code = now.code().of(asset);
            StepInputs inputs = new StepInputs(asset.key(), code, clock.instant(), now.ledger(), staleness);
            if (attempt.known().isEmpty()) {
                ledger.intend(new Intent(lease.step(), asset.key()));
            }
            StepResult result = execute(new StepContext(asset, lease, scope, inputs, signals), signals, held, worked);
            return done(step, begun, result);
        } catch (Throwable failure) {
            listener.stepFailed(begun, failure);
            return attempt.cancellation().isCancelled()
                    ? stopped(attempt, attempted[0], "")
                    : failed(attempt, attempted[0], failure, signals.checks());
        }
    }

    /** What former holders have committed is known before the slices are looked at, and they commit nothing more. */
    private void takeOver(Asset asset, Grant.Granted granted) throws Exception {
        if (!granted.over().isEmpty()) {
            ports.executor(asset).fence(asset, granted);
            new Recovery(graph, ports).ofFormer(asset, granted.over());
            ports.leases().settled(granted.over());
        }
    }

    private StepResult execute(StepContext context, CancellationSignals signals, StepLease held, Runnable worked)
            throws Exception {
        AssetExecutor executor = ports.executor(context.asset());
        held.settled(false);
        Optional<StepResult> result = Optional.empty();
        try {
            result = Optional.of(executor.execute(context));
            worked.run();
            state.end(result.get().materialization().under(context.lease().token()), context.lease());
            held.over();
            return result.get();
        } catch (Throwable failure) {
            // The commit decides, not the exception: it may have come after.
            Optional<Materialization> committed = settle(executor, context, held, failure);
            if (committed.isEmpty()) {
                throw failure;
            }
            return new StepResult(
                    committed.get(), result.map(StepResult::checks).orElseGet(signals::checks));
        }
    }

    /** Finds out whether a failed step has committed. Where that cannot be told, its intent stays for a later command. */
    private Optional<Materialization> settle(
            AssetExecutor executor, StepContext context, StepLease held, Throwable failure) {
        // An interrupt was for the step; reading its table must not end of it.
        Thread.interrupted();
        try {
            Optional<Materialization> committed = executor.committed(context.asset(), context.step());
            committed.ifPresentOrElse(
                    state::record,
                    () -> ledger.abandon(
                            new Intent(context.step(), context.asset().key())));
            held.settled(true);
            return committed;
        } catch (RuntimeException e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
            return Optional.empty();
        }
    }

    /** The state with the sources as they are now: a file that lands while the step runs is for the next run. */
    private static ProjectState pinned(Asset asset, ProjectState now) {
        ProjectState pinned = now.once();
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

    private StepOutcome unchanged(PlanStep step, StepState begun) {
        String why = "its inputs are what they were";
        return StepOutcome.done(step, begun.finished(StepStatus.UNCHANGED, clock.instant(), why), List.of());
    }

    private StepOutcome done(PlanStep step, StepState begun, StepResult result) {
        Materialization done = result.materialization();
        StepState counted = begun.wrote(new Written(done.rows(), done.rejected(), done.bytes()));
        Optional<CheckResult> broken =
                result.checks().stream().filter(CheckResult::failed).findFirst();
        StepStatus status = broken.isPresent() ? StepStatus.BLOCKED : StepStatus.SUCCEEDED;
        String why = broken.map(check -> check.name() + ": " + check.detail()).orElse("");
        return StepOutcome.done(step, counted.finished(status, clock.instant(), why), result.checks());
    }

    private static PartitionSet attempted(StepScope scope) {
        return scope.discover() ? scope.partitions().union(PartitionSet.whole()) : scope.partitions();
    }

    /** How an attempt ended that was told to stop. */
    private StepOutcome stopped(Attempt attempt, PartitionSet attempted, String addition) {
        if (!attempt.wasLate()) {
            return StepOutcome.cancelled(attempt.step(), attempt.begun(), clock.instant());
        }
        Duration longest = policy(attempt).timeout().orElseThrow();
        IngotException failure = EngineErrors.timedOut(attempt.begun(), longest, addition);
        // What does not stop may still be at it: another attempt would work beside it.
        FailureKind kind = addition.isEmpty() ? FailureKind.TRANSIENT : FailureKind.BUG;
        return StepOutcome.failed(
                attempt.step(), attempt.begun(), clock.instant(), new Failed(failure, kind, attempted));
    }

    /** How an attempt ended that does not stop, and is not waited for any more. */
    StepOutcome givenUp(Attempt attempt) {
        return stopped(attempt, attempted(attempt.step().scope()), "it does not stop, and is left to itself");
    }

    /** How an attempt ended whose failure failed again when it was asked what it is: nothing of it is touched any more. */
    StepOutcome untellable(Attempt attempt, Class<?> kind) {
        Failed failed = new Failed(
                EngineErrors.untellable(attempt.begun(), kind),
                FailureKind.BUG,
                attempted(attempt.step().scope()));
        return StepOutcome.failed(attempt.step(), attempt.begun(), clock.instant(), failed);
    }

    private StepPolicy policy(Attempt attempt) {
        return graph.spec(attempt.step().asset()).policy();
    }

    private StepOutcome failed(Attempt attempt, PartitionSet attempted, Throwable failure, List<CheckResult> checks) {
        IngotException told = EngineErrors.of(graph.asset(attempt.step().asset()), attempt.begun(), failure);
        boolean onData = told.diagnostic().code().exit() == ExitCode.BLOCKED;
        StepState ended = attempt.begun()
                .finished(
                        onData ? StepStatus.BLOCKED : StepStatus.FAILED,
                        clock.instant(),
                        told.diagnostic().text());
        Failed failed = new Failed(told, kind(attempt, failure), attempted);
        return new StepOutcome(attempt.step(), ended, onData ? checks : List.of(), Optional.of(failed));
    }

    private FailureKind kind(Attempt attempt, Throwable failure) {
        try {
            return ports.executor(graph.asset(attempt.step().asset())).kind(failure);
        } catch (RuntimeException unknown) {
            failure.addSuppressed(unknown);
            return FailureKind.BUG;
        }
    }
}

package dev.ingot.core.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.Expected;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Batch;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.PlannedReason;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.Staleness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slices of one asset that become what they were. Run by the engine like any materialization, each step under the code version
 * that had made its slices.
 */
public final class Rollback {
    private final Asset asset;
    private final AssetHistory history;
    private final List<Restoration> restorations;
    private final long newest;

    /** @param newest the version of the asset's table when it was decided what to restore */
    Rollback(Asset asset, AssetHistory history, List<Restoration> restorations, long newest) {
        this.asset = asset;
        this.history = history;
        this.restorations = List.copyOf(restorations);
        this.newest = newest;
    }

    /**
     * Sees whether everything is still there.
     *
     * @throws dev.ingot.core.error.IngotException naming what is gone
     */
    public void check() {
        restorations.forEach(restoration -> history.check(asset, restoration));
    }

    /** The steps, in order; none when the slices are what they were. */
    public Plan plan() {
        List<PlanStep> steps = new ArrayList<>();
        for (Restoration restoration : restorations) {
            int number = steps.size() + 1;
            steps.add(new PlanStep(
                    number,
                    asset.key(),
                    scope(restoration),
                    List.of(new PlannedReason(
                            new Reason(ReasonKind.FORCED, "back to version " + restoration.tableVersion()),
                            restoration.partitions())),
                    new Batch(number, restorations.size()),
                    number == 1 ? Set.of() : Set.of(number - 1),
                    expected(restoration),
                    true));
        }
        return new Plan(steps, steps.isEmpty() ? 1 : 0, List.of());
    }

    private StepScope scope(Restoration restoration) {
        PartitionSet partitions = restoration.partitions();
        boolean partitioned = asset.spec().partitioning().isPartitioned();
        PartitionSet keys = partitioned ? partitions.filter(key -> !key.isWhole()) : partitions;
        return restoration.everything() && Staleness.discovers(asset.spec())
                ? StepScope.discovering(keys)
                : StepScope.of(keys);
    }

    private static Expected expected(Restoration restoration) {
        List<Slice> slices = restoration.slices().stream()
                .filter(slice ->
                        restoration.slices().size() == 1 || !slice.partition().isWhole())
                .toList();
        return new Expected(
                slices.stream().mapToLong(Slice::rows).sum(),
                slices.stream().mapToLong(Slice::bytes).sum(),
                Duration.ZERO);
    }

    /** An engine that makes the slices what they were where another one would compute them. */
    public Engine on(Engine engine) {
        return engine.with(new Restorer(engine.executor(asset)));
    }

    private final class Restorer implements AssetExecutor {
        private final AssetExecutor computing;
        private volatile @Nullable IngotException overtaken;

        Restorer(AssetExecutor computing) {
            this.computing = computing;
        }

        @Override
        public boolean executes(Asset one) {
            return one.key().equals(asset.key());
        }

        @Override
        public StepResult execute(StepContext context) throws Exception {
            Restoration restoration = restorations.get(context.step().number() - 1);
            refuseIfOvertaken(context.step(), restoration);
            return StepResult.of(history.restore(context, restoration));
        }

        /** The step has its lease: nobody commits any more what has not been committed yet. */
        private void refuseIfOvertaken(StepId step, Restoration restoration) {
            List<Materialization> commits = history.commits(asset);
            boolean isDone = commits.stream().anyMatch(done -> done.step().equals(step));
            if (!isDone) {
                commits.stream()
                        .filter(done ->
                                done.tableVersion() > newest && !done.run().equals(step.run()))
                        .filter(restoration::isTouchedBy)
                        .findFirst()
                        .ifPresent(done -> {
                            IngotException told = HistoryErrors.overtaken(done);
                            overtaken = told;
                            throw told;
                        });
            }
        }

        /** What was decided on is gone for good, unlike a conflict with somebody who commits at the same time. */
        @Override
        public FailureKind kind(Throwable failure) {
            return failure == overtaken ? FailureKind.DATA : computing.kind(failure);
        }

        @Override
        public void fence(Asset one, Grant.Granted granted) throws Exception {
            computing.fence(one, granted);
        }

        @Override
        public Optional<Materialization> committed(Asset one, StepId step) {
            return computing.committed(one, step);
        }

        @Override
        public RowSample sample(SampleRequest request) {
            return computing.sample(request);
        }
    }
}

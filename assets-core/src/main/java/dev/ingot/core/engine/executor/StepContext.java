package dev.ingot.core.engine.executor;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.plan.StepScope;

/**
 * Everything that an executor is told about one step.
 *
 * @param asset what to materialize
 * @param lease the right to write them, whose token keeps former holders from committing
 * @param scope which slices; {@code discover} only for an asset whose partitions its source alone tells
 * @param inputs what the step reads, pinned
 * @param signals the way to and from whoever watches
 */
public record StepContext(Asset asset, Lease lease, StepScope scope, StepInputs inputs, StepSignals signals) {
    /** The id that makes the commit idempotent. */
    public StepId step() {
        return lease.step();
    }

    /**
     * What is left of the scope without the slices that the definition has no more: these are taken away, whatever the asset
     * computes.
     */
    public StepScope wanted() {
        return asset.spec()
                .partitioning()
                .stated(inputs.facts())
                .filter(stated -> !scope.discover() && !stated.containsAll(scope.partitions()))
                .map(stated -> StepScope.of(scope.partitions().intersect(stated)))
                .orElse(scope);
    }
}

package dev.ingot.core.lease;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;

/**
 * The right of a step to write slices of an asset.
 *
 * @param step the step
 * @param asset the asset
 * @param slices the slices; with the whole one among them, all slices of the asset, be they known or not
 * @param token greater than that of every lease that was granted before on any asset, also over a lost store; the number below
 *     it was given to nobody either, and is for {@link #fence}
 */
public record Lease(StepId step, AssetKey asset, PartitionSet slices, long token) {
    /** Whether it is about all slices of its asset. */
    public boolean isWhole() {
        return slices.contains(PartitionKey.whole());
    }

    /** The token with which a table is told, before anything is read, that former holders must not commit any more. */
    public long fence() {
        return token - 1;
    }

    /** Whether two leases on an asset cannot stand beside each other. */
    static boolean overlap(PartitionSet one, PartitionSet other) {
        return one.contains(PartitionKey.whole())
                || other.contains(PartitionKey.whole())
                || !one.intersect(other).isEmpty();
    }
}

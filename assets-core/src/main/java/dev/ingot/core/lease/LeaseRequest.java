package dev.ingot.core.lease;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;

/**
 * What a step needs before it may begin.
 *
 * @param step the step
 * @param asset the asset that it writes to
 * @param slices the slices; with the whole one among them, all slices of the asset
 * @param pools the pools that it takes a place in, and how many places each has for all runs together
 */
public record LeaseRequest(StepId step, AssetKey asset, PartitionSet slices, Map<String, Integer> pools) {
    public LeaseRequest {
        pools = Map.copyOf(pools);
    }

    /** One that takes a place in no pool. */
    public static LeaseRequest of(StepId step, AssetKey asset, PartitionSet slices) {
        return new LeaseRequest(step, asset, slices, Map.of());
    }
}

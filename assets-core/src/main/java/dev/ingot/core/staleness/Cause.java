package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;

/**
 * Why slices of an asset are stale, or will be once what they are made from has run.
 *
 * @param asset the asset
 * @param partitions the slices for which it is true
 * @param reason why; an input is named in its detail
 * @param because why the input is stale itself; empty where the chain begins, where the input is fresh and was merely made anew
 *     since, and where the same input is explained elsewhere in the tree
 */
public record Cause(AssetKey asset, PartitionSet partitions, Reason reason, List<Cause> because) {
    public Cause {
        because = List.copyOf(because);
    }
}

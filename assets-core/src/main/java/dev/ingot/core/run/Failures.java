package dev.ingot.core.run;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;

/**
 * The slices whose last attempt failed and that were not materialized since. Immutable.
 *
 * @param byAsset the slices of each asset that has some
 */
public record Failures(Map<AssetKey, PartitionSet> byAsset) {
    private static final Failures NONE = new Failures(Map.of());

    public Failures {
        byAsset = Map.copyOf(byAsset);
    }

    public static Failures none() {
        return NONE;
    }

    public static Failures of(Map<AssetKey, PartitionSet> byAsset) {
        return new Failures(byAsset);
    }

    /** The slices of an asset that failed. */
    public PartitionSet of(AssetKey asset) {
        return byAsset.getOrDefault(asset, PartitionSet.empty());
    }
}

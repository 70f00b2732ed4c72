package dev.ingot.core.run;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The slices that a step failed to materialize, each with the last step that did. Immutable.
 *
 * <p>A slice that was materialized since is still among them: whoever has the ledger tells.
 *
 * @param byAsset by asset and slice, the last step that failed
 */
public record Failures(Map<AssetKey, Map<PartitionKey, StepId>> byAsset) {
    private static final Failures NONE = new Failures(Map.of());

    public Failures {
        Map<AssetKey, Map<PartitionKey, StepId>> copy = new HashMap<>();
        byAsset.forEach((asset, slices) -> copy.put(asset, Map.copyOf(slices)));
        byAsset = Map.copyOf(copy);
    }

    public static Failures none() {
        return NONE;
    }

    /** The slices of an asset that a step failed on. */
    public PartitionSet of(AssetKey asset) {
        return PartitionSet.of(slices(asset).keySet());
    }

    /** The slices of an asset, each with the last step that failed on it. */
    public Map<PartitionKey, StepId> slices(AssetKey asset) {
        return byAsset.getOrDefault(asset, Map.of());
    }
}

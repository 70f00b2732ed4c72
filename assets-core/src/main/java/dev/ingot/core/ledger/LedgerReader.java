package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects slices in any order, and makes the snapshot of them. What is equal is kept once: commits, keys, whole sets of keys,
 * versions, which are recorded again as the inputs of what was made from them. Not thread-safe.
 */
public final class LedgerReader {
    private final Map<AssetKey, GrowingSlices> assets = new HashMap<>();
    private final Map<StepId, Commit> commits = new HashMap<>();
    private final Map<PartitionKey, PartitionKey> keys = new HashMap<>();
    private final Map<List<PartitionKey>, PartitionSet> sets = new HashMap<>();
    private final Texts texts = new Texts();

    /** Adds a slice; the last one of a key counts. */
    public LedgerReader add(AssetKey asset, LedgerEntry entry) {
        Commit commit = commits.computeIfAbsent(entry.commit().step(), step -> entry.commit());
        PartitionKey key = keys.computeIfAbsent(entry.slice().partition(), same -> same);
        assets.computeIfAbsent(asset, any -> new GrowingSlices())
                .add(key, new LedgerEntry(commit, entry.slice()), texts);
        return this;
    }

    /**
     * Adds that a slice was removed, and none of its key is there.
     *
     * @param token that of the lease under which it was; what was written under a lesser one does not bring it back
     */
    public LedgerReader addRemoved(AssetKey asset, PartitionKey partition, long token) {
        assets.computeIfAbsent(asset, any -> new GrowingSlices()).addRemoved(partition, token);
        return this;
    }

    /** Of all slices that were added so far. */
    public LedgerSnapshot snapshot() {
        Map<AssetKey, LedgerSlices> slices = new HashMap<>();
        assets.forEach((asset, all) ->
                slices.put(asset, all.slices(names -> sets.computeIfAbsent(names, PartitionSet::of))));
        return new LedgerSnapshot(slices);
    }
}

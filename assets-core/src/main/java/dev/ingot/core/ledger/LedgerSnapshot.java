package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** All slices that exist at one moment. Immutable and thread-safe. */
public final class LedgerSnapshot {
    private static final LedgerSnapshot EMPTY = new LedgerSnapshot(Map.of());

    private final Map<AssetKey, Map<PartitionKey, LedgerEntry>> entries;

    private LedgerSnapshot(Map<AssetKey, Map<PartitionKey, LedgerEntry>> entries) {
        this.entries = entries;
    }

    public static LedgerSnapshot empty() {
        return EMPTY;
    }

    public static LedgerSnapshot of(Map<AssetKey, ? extends Collection<LedgerEntry>> slices) {
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> copy = new HashMap<>();
        slices.forEach((key, all) -> {
            Map<PartitionKey, LedgerEntry> byPartition = new TreeMap<>();
            all.forEach(entry -> byPartition.put(entry.slice().partition(), entry));
            copy.put(key, byPartition);
        });
        return new LedgerSnapshot(copy);
    }

    /** The snapshot after one more materialization. */
    public LedgerSnapshot with(Materialization done) {
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> copy = new HashMap<>(entries);
        Map<PartitionKey, LedgerEntry> slices = new TreeMap<>(entries(done.asset()));
        done.removed().forEach(slices::remove);
        Commit commit = done.commit();
        done.slices().forEach(slice -> slices.put(slice.partition(), new LedgerEntry(commit, slice)));
        copy.put(done.asset(), slices);
        return new LedgerSnapshot(copy);
    }

    /** All that is known of an asset's slices, the discovery included. */
    public Map<PartitionKey, LedgerEntry> entries(AssetKey asset) {
        return entries.getOrDefault(asset, Map.of());
    }

    public Optional<LedgerEntry> entry(AssetKey asset, PartitionKey partition) {
        return Optional.ofNullable(entries(asset).get(partition));
    }

    /** The slices of an asset: the whole one for an unpartitioned asset, otherwise the partitions. */
    public PartitionSet partitions(AssetKey asset, boolean partitioned) {
        return PartitionSet.of(entries(asset).keySet()).filter(key -> key.isWhole() != partitioned);
    }

    public boolean isMaterialized(AssetKey asset) {
        return !entries(asset).isEmpty();
    }

    /** The newest version of an asset's table; empty when it was never materialized. */
    public OptionalLong tableVersion(AssetKey asset) {
        return entries(asset).values().stream()
                .mapToLong(entry -> entry.commit().tableVersion())
                .max();
    }
}

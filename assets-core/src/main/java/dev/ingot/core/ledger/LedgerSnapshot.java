package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** All slices that exist at one moment, a million of them if need be. Immutable and thread-safe. */
public final class LedgerSnapshot {
    /** A new snapshot copies one of them: with all assets in one, each step of a big run would copy them all. */
    private static final int GROUPS = 512;

    private static final LedgerSnapshot EMPTY = new LedgerSnapshot(Map.of());

    private final List<Map<AssetKey, LedgerSlices>> groups;

    LedgerSnapshot(Map<AssetKey, LedgerSlices> slices) {
        this(grouped(slices));
    }

    private LedgerSnapshot(List<Map<AssetKey, LedgerSlices>> groups) {
        this.groups = groups;
    }

    private static List<Map<AssetKey, LedgerSlices>> grouped(Map<AssetKey, LedgerSlices> slices) {
        List<Map<AssetKey, LedgerSlices>> groups = IntStream.range(0, GROUPS)
                .<Map<AssetKey, LedgerSlices>>mapToObj(any -> new HashMap<>())
                .toList();
        slices.forEach((asset, all) -> groups.get(group(asset)).put(asset, all));
        return groups;
    }

    private static int group(AssetKey asset) {
        int hash = asset.hashCode();
        return (hash ^ hash >>> 16) & (GROUPS - 1);
    }

    public static LedgerSnapshot empty() {
        return EMPTY;
    }

    public static LedgerSnapshot of(Map<AssetKey, ? extends Collection<LedgerEntry>> slices) {
        LedgerReader reader = new LedgerReader();
        slices.forEach((asset, all) -> all.forEach(entry -> reader.add(asset, entry)));
        return reader.snapshot();
    }

    /** The snapshot after one more materialization. */
    public LedgerSnapshot with(Materialization done) {
        int group = group(done.asset());
        Map<AssetKey, LedgerSlices> copy = new HashMap<>(groups.get(group));
        LedgerSlices slices = slices(done.asset()).with(done);
        if (slices.isNothing()) {
            copy.remove(done.asset());
        } else {
            copy.put(done.asset(), slices);
        }
        List<Map<AssetKey, LedgerSlices>> all = new ArrayList<>(groups);
        all.set(group, copy);
        return new LedgerSnapshot(all);
    }

    /** All that is known of an asset's slices, the discovery included. */
    public LedgerSlices slices(AssetKey asset) {
        return groups.get(group(asset)).getOrDefault(asset, LedgerSlices.none());
    }

    /** The same by key. */
    public Map<PartitionKey, LedgerEntry> entries(AssetKey asset) {
        return slices(asset).entries();
    }

    public Optional<LedgerEntry> entry(AssetKey asset, PartitionKey partition) {
        LedgerSlices slices = slices(asset);
        int row = slices.row(partition);
        return row < 0 ? Optional.empty() : Optional.of(slices.entry(row));
    }

    /** The slices of an asset: the whole one for an unpartitioned asset, otherwise the partitions. */
    public PartitionSet partitions(AssetKey asset, boolean partitioned) {
        return slices(asset).keys(partitioned);
    }

    public boolean isMaterialized(AssetKey asset) {
        return slices(asset).size() > 0;
    }

    /** The newest version of an asset's table; empty when it was never materialized. */
    public OptionalLong tableVersion(AssetKey asset) {
        LedgerSlices slices = slices(asset);
        return IntStream.range(0, slices.size())
                .mapToLong(row -> slices.commit(row).tableVersion())
                .max();
    }
}

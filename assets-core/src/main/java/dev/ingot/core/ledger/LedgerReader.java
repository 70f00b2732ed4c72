package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects slices in any order, and makes the snapshot of them. What is equal is kept once: commits, keys, whole sets of keys,
 * versions, which are recorded again as the inputs of what was made from them. Used once; not thread-safe.
 */
public final class LedgerReader {
    private static final Comparator<LedgerEntry> BY_KEY =
            Comparator.comparing(entry -> entry.slice().partition());

    private final Map<AssetKey, List<LedgerEntry>> entries = new HashMap<>();
    private final Map<StepId, Commit> commits = new HashMap<>();
    private final Map<PartitionKey, PartitionKey> keys = new HashMap<>();
    private final Map<List<PartitionKey>, PartitionSet> sets = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /** Adds a slice; the last one of a key counts. */
    public LedgerReader add(AssetKey asset, LedgerEntry entry) {
        Slice slice = entry.slice();
        Slice shared = new Slice(
                keys.computeIfAbsent(slice.partition(), key -> key),
                text(slice.dataVersion()),
                slice.rows(),
                slice.rejected(),
                slice.bytes(),
                inputs(slice.inputs()));
        Commit commit = commits.computeIfAbsent(entry.commit().step(), step -> entry.commit());
        entries.computeIfAbsent(asset, any -> new ArrayList<>()).add(new LedgerEntry(commit, shared));
        return this;
    }

    private Map<String, String> inputs(Map<String, String> inputs) {
        Map<String, String> shared = new TreeMap<>();
        inputs.forEach((name, version) -> shared.put(text(name), text(version)));
        return shared;
    }

    private String text(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    public LedgerSnapshot snapshot() {
        Map<AssetKey, LedgerSlices> slices = new HashMap<>();
        // Each asset's entries are let go before the next one's columns are made.
        entries.replaceAll((asset, all) -> {
            slices.put(asset, slices(all));
            return List.of();
        });
        return new LedgerSnapshot(slices);
    }

    private LedgerSlices slices(List<LedgerEntry> all) {
        List<LedgerEntry> sorted = new ArrayList<>(all);
        sorted.sort(BY_KEY);
        List<LedgerEntry> last = new ArrayList<>();
        for (LedgerEntry entry : sorted) {
            int end = last.size() - 1;
            if (end >= 0 && BY_KEY.compare(last.get(end), entry) == 0) {
                last.set(end, entry);
            } else {
                last.add(entry);
            }
        }
        SliceColumns columns = new SliceColumns(last.size());
        for (int row = 0; row < last.size(); row++) {
            columns.set(row, last.get(row).commit(), last.get(row).slice());
        }
        List<PartitionKey> names =
                last.stream().map(entry -> entry.slice().partition()).toList();
        return new LedgerSlices(sets.computeIfAbsent(names, PartitionSet::of), columns);
    }
}

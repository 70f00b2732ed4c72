package dev.ingot.core.ledger;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the ledger knows of all slices of one asset: a row for each, in the order of their keys, kept in columns, for there may
 * be a million. Immutable and thread-safe.
 */
public final class LedgerSlices {
    private static final LedgerSlices NONE = new LedgerSlices(PartitionSet.empty(), new SliceColumns(0), Map.of());

    private final PartitionSet keys;
    private final PartitionSet partitions;
    private final SliceColumns columns;
    /** The tokens of the leases under which slices were removed: who wrote to them before may be heard of later. */
    private final Map<PartitionKey, Long> removed;

    LedgerSlices(PartitionSet keys, SliceColumns columns, Map<PartitionKey, Long> removed) {
        this.keys = keys;
        this.partitions = keys.contains(PartitionKey.whole()) ? keys.minus(PartitionSet.whole()) : keys;
        this.columns = columns;
        this.removed = removed;
    }

    static LedgerSlices none() {
        return NONE;
    }

    /** The keys of all rows, the discovery's among them; a row's number is its key's in the space of this set. */
    public PartitionSet keys() {
        return keys;
    }

    /** The slices of the asset: the whole one for an unpartitioned asset, otherwise the partitions. */
    public PartitionSet keys(boolean partitioned) {
        return partitioned ? partitions : keys.intersect(PartitionSet.whole());
    }

    public int size() {
        return columns.size();
    }

    /** The row of a slice; -1 if it does not exist. */
    public int row(PartitionKey partition) {
        return keys.space().ordinal(partition);
    }

    public Commit commit(int row) {
        return columns.commit(row);
    }

    public String dataVersion(int row) {
        return columns.dataVersion(row);
    }

    public long rows(int row) {
        return columns.rows(row);
    }

    public long bytes(int row) {
        return columns.bytes(row);
    }

    /** The number of an input, by which to ask {@link #input}; -1 if none of the slices has one of that name. */
    public int inputNumber(String name) {
        return columns.inputNumber(name);
    }

    /** What was recorded of an input of a slice; empty if nothing. */
    public Optional<String> input(int row, int number) {
        return Optional.ofNullable(columns.input(row, number));
    }

    /** Whether this is what was recorded of an input of a slice. */
    public boolean isMadeFrom(int row, int number, String version) {
        return version.equals(columns.input(row, number));
    }

    public LedgerEntry entry(int row) {
        return new LedgerEntry(
                columns.commit(row), columns.slice(row, keys.space().key(row)));
    }

    /** All rows, by key. */
    public Map<PartitionKey, LedgerEntry> entries() {
        Map<PartitionKey, LedgerEntry> entries = new LinkedHashMap<>();
        keys.forEach(key -> entries.put(key, entry(row(key))));
        return entries;
    }

    /** Whether nothing is known of the asset, not even that slices of it were removed. */
    boolean isNothing() {
        return size() == 0 && removed.isEmpty();
    }

    /** The slices after one more materialization; those that a later one has written or removed already stay as they are. */
    LedgerSlices with(Materialization done) {
        Commit commit = done.commit();
        List<Slice> made = done.slices().stream()
                .filter(slice -> !isLate(commit, slice.partition()))
                .toList();
        PartitionSet changed =
                PartitionSet.of(made.stream().map(Slice::partition).toList());
        if (done.removed().isEmpty() && keys.containsAll(changed)) {
            SliceColumns copy = columns.copy();
            made.forEach(slice ->
                    copy.set(row(slice.partition()), new LedgerEntry(commit, slice), UnaryOperator.identity()));
            return new LedgerSlices(keys, copy, removed);
        }
        NavigableMap<PartitionKey, LedgerEntry> all = new TreeMap<>(entries());
        Map<PartitionKey, Long> gone = new HashMap<>(removed);
        done.removed().filter(key -> !isLate(commit, key)).forEach(key -> {
            all.remove(key);
            gone.put(key, commit.token());
        });
        made.forEach(slice -> {
            all.put(slice.partition(), new LedgerEntry(commit, slice));
            gone.remove(slice.partition());
        });
        return of(all, gone);
    }

    private boolean isLate(Commit commit, PartitionKey partition) {
        int row = commit.token() == 0 ? -1 : row(partition);
        return row >= 0 ? commit.isBefore(columns.commit(row)) : commit.isBefore(removed.getOrDefault(partition, 0L));
    }

    private static LedgerSlices of(NavigableMap<PartitionKey, LedgerEntry> entries, Map<PartitionKey, Long> removed) {
        SliceColumns columns = new SliceColumns(entries.size());
        int row = 0;
        for (LedgerEntry entry : entries.values()) {
            columns.set(row++, entry, UnaryOperator.identity());
        }
        return new LedgerSlices(PartitionSet.of(entries.keySet()), columns, removed);
    }
}

package dev.ingot.core.ledger;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The slices of one asset, in the columns in which they will be kept, while they come in. Not thread-safe. */
final class GrowingSlices {
    private PartitionKey[] keys = new PartitionKey[4];
    private SliceColumns columns = new SliceColumns(keys.length);
    private int size;
    private boolean ordered = true;
    private final Map<PartitionKey, Long> removed = new HashMap<>();

    /** Adds one, under a key that others share. */
    void add(PartitionKey key, LedgerEntry entry, UnaryOperator<String> sharing) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            columns = columns.resized(2 * size);
        }
        ordered &= size == 0 || keys[size - 1].compareTo(key) < 0;
        keys[size] = key;
        columns.set(size++, entry, sharing);
    }

    /** Adds that there is none any more, since a commit under a lease of this token. */
    void addRemoved(PartitionKey key, long token) {
        removed.put(key, token);
    }

    /** All of them in the order of their keys; the last one of a key counts. */
    LedgerSlices slices(Function<List<PartitionKey>, PartitionSet> sets) {
        if (ordered) {
            return new LedgerSlices(
                    sets.apply(List.of(Arrays.copyOf(keys, size))), columns.resized(size), Map.copyOf(removed));
        }
        int[] rows = inOrder();
        List<PartitionKey> names =
                Arrays.stream(rows).mapToObj(row -> keys[row]).toList();
        return new LedgerSlices(sets.apply(names), columns.picked(rows), Map.copyOf(removed));
    }

    private int[] inOrder() {
        int[] rows = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer, PartitionKey>comparing(row -> keys[row])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, size)
                .filter(place -> place + 1 == size || !keys[rows[place]].equals(keys[rows[place + 1]]))
                .map(place -> rows[place])
                .toArray();
    }
}

package dev.ingot.core.partition.dynamic;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.Map;
import java.util.TreeMap;

/** The reference: sets of keys that last as long as the process. */
public final class MemoryDynamicPartitions implements DynamicPartitions {
    private final Map<String, PartitionSet> sets = new TreeMap<>();

    @Override
    public synchronized PartitionSet add(String set, PartitionSet keys) {
        checkKeys(set, keys);
        PartitionSet before = keys(set);
        PartitionSet added = keys.minus(before);
        store(set, before.union(added));
        return added;
    }

    @Override
    public synchronized PartitionSet remove(String set, PartitionSet keys) {
        PartitionSet before = keys(Partitioning.Dynamic.checkName(set));
        PartitionSet removed = before.intersect(keys);
        store(set, before.minus(removed));
        return removed;
    }

    @Override
    public synchronized Map<String, PartitionSet> all() {
        return Map.copyOf(sets);
    }

    /**
     * What every implementation asks before it adds.
     *
     * @throws dev.ingot.core.error.IngotException if no set can have that name, or a key has not exactly one value
     */
    public static void checkKeys(String set, PartitionSet keys) {
        Partitioning.Dynamic.checkName(set);
        for (PartitionKey key : keys) {
            if (key.values().size() != 1) {
                throw DynamicErrors.notOneValue(set, key);
            }
        }
    }

    private PartitionSet keys(String set) {
        return sets.getOrDefault(set, PartitionSet.empty());
    }

    private void store(String set, PartitionSet keys) {
        if (keys.isEmpty()) {
            sets.remove(set);
        } else {
            sets.put(set, keys);
        }
    }
}

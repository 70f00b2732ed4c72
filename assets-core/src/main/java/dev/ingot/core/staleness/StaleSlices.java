package dev.ingot.core.staleness;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stale slices of one asset, by reason; a slice may have several. Immutable. */
public final class StaleSlices {
    private final Map<Reason, PartitionSet> byReason;
    private final PartitionSet partitions;

    /** Reasons without a slice are left out. */
    public StaleSlices(Map<Reason, PartitionSet> byReason) {
        Map<Reason, PartitionSet> copy = new TreeMap<>(byReason);
        copy.values().removeIf(PartitionSet::isEmpty);
        this.byReason = Collections.unmodifiableMap(copy);
        this.partitions = copy.values().stream().reduce(PartitionSet.empty(), PartitionSet::union);
    }

    /** In the order of the reasons; each has at least one slice. */
    public Map<Reason, PartitionSet> byReason() {
        return byReason;
    }

    /** All stale slices; the discovery among them. */
    public PartitionSet partitions() {
        return partitions;
    }

    /** The slices that are stale for this reason, perhaps among others. */
    public PartitionSet of(Reason reason) {
        return byReason.getOrDefault(reason, PartitionSet.empty());
    }

    /** Why one slice is stale; empty if it is fresh. */
    public SortedSet<Reason> reasons(PartitionKey partition) {
        SortedSet<Reason> reasons = new TreeSet<>();
        byReason.forEach((reason, slices) -> {
            if (slices.contains(partition)) {
                reasons.add(reason);
            }
        });
        return reasons;
    }

    public boolean isEmpty() {
        return byReason.isEmpty();
    }
}

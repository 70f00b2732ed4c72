package dev.ingot.core.partition;

import java.util.Map;

/** See {@link PartitionMapping#table}. */
record TableMapping(Map<PartitionKey, PartitionSet> needed) implements PartitionMapping {
    TableMapping {
        needed = Map.copyOf(needed);
    }

    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        return needed.getOrDefault(downstream, PartitionSet.empty())
                .intersect(sides.upstream().keys());
    }

    @Override
    public String toString() {
        return "table of " + needed.size();
    }
}

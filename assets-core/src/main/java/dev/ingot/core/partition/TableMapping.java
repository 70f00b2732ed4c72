package dev.ingot.core.partition;

import java.util.Map;
import java.util.Optional;

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
    public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        PartitionSet readers = PartitionSet.of(needed.keySet());
        PartitionSet read = needed.values().stream().reduce(PartitionSet.empty(), PartitionSet::union);
        return WrittenKeys.impossible(readers, downstream)
                .map(keys -> this + " has rows for what the reader can never have: " + keys)
                .or(() -> WrittenKeys.impossible(read, upstream)
                        .map(keys -> this + " names what it can never have: " + keys));
    }

    @Override
    public String toString() {
        return "table of " + needed.size();
    }
}

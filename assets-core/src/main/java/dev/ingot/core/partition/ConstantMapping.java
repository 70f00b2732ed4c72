package dev.ingot.core.partition;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Every downstream partition needs the same: all upstream partitions, the last, or some that are named.
 *
 * @param text how it is called
 * @param named the keys that are named
 * @param needed of the partitions that there are, those that are needed
 */
record ConstantMapping(String text, PartitionSet named, UnaryOperator<PartitionSet> needed)
        implements PartitionMapping {
    private static final PartitionMapping ALL =
            new ConstantMapping("all", PartitionSet.empty(), UnaryOperator.identity());
    private static final PartitionMapping LAST = new ConstantMapping(
            "last", PartitionSet.empty(), keys -> keys.isEmpty() ? keys : keys.range(keys.last(), keys.last()));

    static PartitionMapping all() {
        return ALL;
    }

    static PartitionMapping last() {
        return LAST;
    }

    static PartitionMapping specific(PartitionSet chosen) {
        return new ConstantMapping("specific(" + chosen + ")", chosen, keys -> keys.intersect(chosen));
    }

    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        return needed.apply(sides.upstream().keys());
    }

    @Override
    public PartitionSet upstreamOf(PartitionSet downstream, Sides sides) {
        return downstream.isEmpty()
                ? PartitionSet.empty()
                : needed.apply(sides.upstream().keys());
    }

    @Override
    public PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
        return needed.apply(sides.upstream().keys()).intersects(upstream)
                ? sides.downstream().keys()
                : PartitionSet.empty();
    }

    @Override
    public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        return WrittenKeys.impossible(named, upstream).map(keys -> this + " names what it can never have: " + keys);
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.ingot.core.simulation.keys;

import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;

/**
 * The keys of both sides are laid along each other, as days are along months, and some more before are needed. It is written as
 * a user would write a mapping of his own: everything but the essential method is left to the interface.
 */
record Stretch(int before) implements PartitionMapping {
    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        KeySpace theirs = sides.upstream().keys().space();
        KeySpace own = sides.downstream().keys().space();
        long ordinal = own.ordinal(downstream);
        if (ordinal < 0) {
            return PartitionSet.empty();
        }
        long from = ordinal * theirs.size() / own.size();
        long to = Math.max(from + 1, (ordinal + 1) * theirs.size() / own.size());
        return PartitionSet.span(theirs, (int) Math.max(0, from - before), (int) to);
    }
}

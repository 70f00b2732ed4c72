package dev.ingot.core.partition;

import java.time.Instant;
import java.util.Map;

/**
 * What the keys of a partitioning depend on beside its definition.
 *
 * @param now the time; a window exists once it has ended
 * @param dynamic the keys that were added by hand, by the name of their set
 */
public record PartitionFacts(Instant now, Map<String, PartitionSet> dynamic) {
    public PartitionFacts {
        dynamic = Map.copyOf(dynamic);
    }

    /** The facts at a moment at which no key has been added by hand. */
    public static PartitionFacts at(Instant now) {
        return new PartitionFacts(now, Map.of());
    }
}

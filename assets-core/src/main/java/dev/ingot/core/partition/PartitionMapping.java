package dev.ingot.core.partition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which partitions of an upstream asset a downstream one needs. Users may implement it: {@link #upstreamOf(PartitionKey, Sides)}
 * is enough, the rest is for speed. Immutable, and a pure function of its arguments.
 */
public interface PartitionMapping {
    /**
     * One end of a dependency.
     *
     * @param partitioning how the asset is partitioned
     * @param keys its partitions: those that exist by definition, or were discovered
     */
    record Side(Partitioning partitioning, PartitionSet keys) {}

    /** Both ends of a dependency. */
    record Sides(Side upstream, Side downstream) {}

    /** The partitions, among those that the upstream asset has, that a downstream partition needs. */
    PartitionSet upstreamOf(PartitionKey downstream, Sides sides);

    /** What several downstream partitions need together. */
    default PartitionSet upstreamOf(PartitionSet downstream, Sides sides) {
        return sides.upstream().keys().intersectAny(downstream.stream().map(key -> upstreamOf(key, sides)));
    }

    /** The partitions, among those that the downstream asset has, that need at least one of these. */
    default PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
        return sides.downstream().keys().filter(key -> upstreamOf(key, sides).intersects(upstream));
    }

    /** Why this mapping cannot stand between two partitionings, if so. */
    default Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        return Optional.empty();
    }

    /** Whether each partition needs the upstream partition of the same key, and nothing else. */
    default boolean isIdentity() {
        return false;
    }

    /** Each partition needs the upstream partition of the same key. */
    static PartitionMapping identity() {
        return IdentityMapping.INSTANCE;
    }

    /** Each partition needs all upstream partitions. */
    static PartitionMapping all() {
        return ConstantMapping.all();
    }

    /** Each partition needs the last upstream partition, in key order. */
    static PartitionMapping last() {
        return ConstantMapping.last();
    }

    /**
     * Each partition needs upstream partitions that are its neighbours: from so many after the one of its key to so many after
     * it; negative numbers mean before. Windows are counted by the calendar, other keys among those that the upstream asset has.
     *
     * @throws dev.ingot.core.error.IngotException if the range runs backwards
     */
    static PartitionMapping offset(int from, int to) {
        return new OffsetMapping(from, to);
    }

    /** Each partition needs the upstream partition of its key, and so many before it. */
    static PartitionMapping lookback(int partitions) {
        return offset(-partitions, 0);
    }

    /** Each time window needs those that share a moment with it: the hours of a day, whatever the zone of either. */
    static PartitionMapping overlapping() {
        return OverlappingMapping.INSTANCE;
    }

    /** Dimension by dimension: {@code dimensions().map("hour", "day", overlapping()).map("region", identity())}. */
    static DimensionMapping dimensions() {
        return new DimensionMapping(List.of());
    }

    /**
     * Each partition needs the same upstream partitions: these, as far as they exist. One that the definitions can never have is
     * a problem of the graph.
     */
    static PartitionMapping specific(PartitionSet keys) {
        return ConstantMapping.specific(keys);
    }

    /**
     * What each partition needs is written down; one that is not in the table needs nothing. A key that the definitions can
     * never have, on either side, is a problem of the graph.
     */
    static PartitionMapping table(Map<PartitionKey, PartitionSet> needed) {
        return new TableMapping(needed);
    }
}

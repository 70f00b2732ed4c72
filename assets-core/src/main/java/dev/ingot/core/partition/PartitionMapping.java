package dev.ingot.core.partition;

import java.util.Optional;

/** Which partitions of an upstream asset a downstream partition needs. */
public sealed interface PartitionMapping {

    /** Each partition needs the upstream partition of the same key. */
    static PartitionMapping identity() {
        return Identity.INSTANCE;
    }

    /** Each partition needs all upstream partitions. */
    static PartitionMapping all() {
        return All.INSTANCE;
    }

    /** The partitions, among those that the upstream asset has, that a downstream partition needs. */
    PartitionSet upstreamOf(PartitionKey downstream, PartitionSet upstream);

    /** Why this mapping cannot stand between two partitionings, if so. */
    Optional<String> problem(Partitioning upstream, Partitioning downstream);

    /** Whether a partition follows one upstream partition of the same key. */
    default boolean isIdentity() {
        return this == Identity.INSTANCE;
    }

    /** See {@link #identity()}. */
    enum Identity implements PartitionMapping {
        INSTANCE;

        @Override
        public PartitionSet upstreamOf(PartitionKey downstream, PartitionSet upstream) {
            return upstream.filter(downstream::equals);
        }

        @Override
        public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
            if (!upstream.isPartitioned() || !downstream.isPartitioned()) {
                return Optional.of("an identity mapping needs both sides partitioned");
            }
            if (upstream.columns().size() != downstream.columns().size()) {
                return Optional.of("an identity mapping needs the same number of dimensions on both sides");
            }
            if (!downstream.isDiscovered()
                    && !upstream.isDiscovered()
                    && !upstream.stated().equals(downstream.stated())) {
                return Optional.of("an identity mapping needs the same keys on both sides, not " + upstream + " and "
                        + downstream);
            }
            return Optional.empty();
        }
    }

    /** See {@link #all()}. */
    enum All implements PartitionMapping {
        INSTANCE;

        @Override
        public PartitionSet upstreamOf(PartitionKey downstream, PartitionSet upstream) {
            return upstream;
        }

        @Override
        public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
            return Optional.empty();
        }
    }
}

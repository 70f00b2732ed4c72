package dev.ingot.core.partition;

import java.util.List;
import java.util.Optional;

/** See {@link PartitionMapping#identity()}. */
enum IdentityMapping implements PartitionMapping {
    INSTANCE;

    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        return sides.upstream().keys().intersect(PartitionSet.of(List.of(downstream)));
    }

    @Override
    public PartitionSet upstreamOf(PartitionSet downstream, Sides sides) {
        return sides.upstream().keys().intersect(downstream);
    }

    @Override
    public PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
        return sides.downstream().keys().intersect(upstream);
    }

    @Override
    public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        if (!upstream.isPartitioned() || !downstream.isPartitioned()) {
            return Optional.of("an identity mapping needs both sides partitioned");
        }
        if (upstream.columns().size() != downstream.columns().size()) {
            return Optional.of("an identity mapping needs the same number of dimensions on both sides");
        }
        if (upstream instanceof Partitioning.Fixed theirs
                && downstream instanceof Partitioning.Fixed own
                && !theirs.keys().equals(own.keys())) {
            return Optional.of(
                    "an identity mapping needs the same keys on both sides, not " + upstream + " and " + downstream);
        }
        return Optional.empty();
    }

    @Override
    public boolean isIdentity() {
        return true;
    }

    @Override
    public String toString() {
        return "identity";
    }
}

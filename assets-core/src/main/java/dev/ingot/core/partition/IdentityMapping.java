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
        for (int dimension = 0; dimension < upstream.columns().size(); dimension++) {
            if (!fits(
                    upstream.dimensions().get(dimension),
                    downstream.dimensions().get(dimension))) {
                return Optional.of("an identity mapping needs all keys of the downstream asset upstream too, not "
                        + upstream + " and " + downstream);
            }
        }
        return Optional.empty();
    }

    /** Whether one side has the keys that the other has, as far as definitions tell. */
    private static boolean fits(Partitioning upstream, Partitioning downstream) {
        if (upstream instanceof TimeWindows theirs && downstream instanceof TimeWindows own) {
            return theirs.series().isInStepWith(own.series()) && theirs.reachesAsFarAs(own);
        }
        if (upstream instanceof Partitioning.Fixed theirs && downstream instanceof Partitioning.Fixed own) {
            return theirs.keys().containsAll(own.keys());
        }
        if (upstream instanceof Partitioning.Dynamic theirs && downstream instanceof Partitioning.Dynamic own) {
            return theirs.setName().equals(own.setName());
        }
        return upstream.isDiscovered() || downstream.isDiscovered();
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

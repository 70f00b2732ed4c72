package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.Map;
import java.util.Optional;

/** Which slices of their inputs planned steps read that are not planned themselves. */
final class Needs {
    private final Staleness staleness;
    private final Map<AssetKey, Planned> planned;

    Needs(Staleness staleness, Map<AssetKey, Planned> planned) {
        this.staleness = staleness;
        this.planned = planned;
    }

    /** Those among the given slices of an input that the scope reads as they are. */
    PartitionSet outside(AssetSpec spec, StepScope scope, Dependency input, PartitionSet upstream) {
        Optional<StepScope> step =
                Optional.ofNullable(planned.get(input.upstream())).map(Planned::scope);
        PartitionSet left = upstream;
        if (step.isPresent() && !left.isEmpty()) {
            left = step.get().discover()
                    ? left.filter(slice -> !step.get().contains(slice))
                    : left.minus(step.get().partitions());
        }
        if (left.isEmpty() || scope.discover()) {
            return left;
        }
        Sides sides = staleness.sides(spec.key(), input);
        PartitionSet slices = scope.partitions().intersect(sides.downstream().keys());
        return left.intersect(input.mapping().upstreamOf(slices, sides));
    }
}

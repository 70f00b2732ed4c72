package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** What planned steps mean for those who read what they write. */
final class Ripple {
    private final AssetGraph graph;
    private final Staleness staleness;
    private final Map<AssetKey, Planned> planned;

    Ripple(Staleness staleness, Map<AssetKey, Planned> planned) {
        this.graph = staleness.graph();
        this.staleness = staleness;
        this.planned = planned;
    }

    /**
     * Whether the asset can turn out to have partitions that nobody knows of now: because its source has not been read as it
     * is, or because a step for the asset that it follows can find some.
     */
    boolean isOpen(AssetKey asset) {
        AssetSpec spec = graph.spec(asset);
        if (Staleness.discovers(spec)) {
            return !staleness.isSettled(asset) || !Collections.disjoint(graph.upstream(asset), planned.keySet());
        }
        return Staleness.followed(spec)
                .flatMap(upstream -> scope(upstream).map(scope -> mayFind(upstream, scope)))
                .orElse(false);
    }

    private Optional<StepScope> scope(AssetKey asset) {
        return Optional.ofNullable(planned.get(asset)).map(Planned::scope);
    }

    /** The slices of the asset that will be made from something else once what is planned of an input has run. */
    PartitionSet touched(AssetSpec spec, Dependency input) {
        PartitionSet touched = scope(input.upstream())
                .map(scope -> touched(spec, input, scope))
                .orElse(PartitionSet.empty());
        boolean discovery = planned.containsKey(input.upstream())
                && (Staleness.discovers(spec) || spec.partitioning().isDiscovered() && isOpen(spec.key()));
        return discovery ? touched.union(PartitionSet.whole()) : touched;
    }

    private PartitionSet touched(AssetSpec spec, Dependency input, StepScope upstream) {
        PartitionSet slices = staleness.partitions(spec.key());
        if (input.mapping().isIdentity()) {
            return upstream.discover() ? slices.filter(upstream::contains) : slices.intersect(upstream.partitions());
        }
        if (mayFind(input.upstream(), upstream)) {
            return slices;
        }
        return staleness.readers(spec, input, upstream.partitions());
    }

    /** Whether a step for these slices of an asset has to wait for one of an input's. */
    boolean waits(AssetSpec spec, PartitionSet slices, Dependency input, PartitionSet upstream) {
        if (input.mapping().isIdentity()) {
            return slices.intersects(upstream);
        }
        Sides sides = staleness.sides(spec.key(), input);
        // What is removed may be in its place for some mapping, and what is looked for none knows of.
        return !staleness.partitions(input.upstream()).containsAll(upstream)
                || !sides.downstream().keys().containsAll(slices)
                || input.mapping().upstreamOf(slices, sides).intersects(upstream);
    }

    /** Whether running the scope can make partitions that are not known now. */
    private boolean mayFind(AssetKey asset, StepScope scope) {
        if (scope.discover()) {
            return true;
        }
        PartitionSet known = staleness.partitions(asset);
        return !known.containsAll(scope.partitions())
                && !staleness
                        .state()
                        .ledger()
                        .slices(asset)
                        .keys()
                        .containsAll(scope.partitions().minus(known));
    }
}

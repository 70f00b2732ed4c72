package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Follows staleness upstream to where it begins: the code of an asset, a landed file, a slice that is missing. */
public final class Causes {
    /** Each asset is explained once, and not more than these: nobody reads a tree of thousands. */
    private static final int MOST = 100;

    private final AssetGraph graph;
    private final Staleness staleness;
    private final Map<AssetKey, PartitionSet> affected = new HashMap<>();
    private final Set<AssetKey> explained = new HashSet<>();

    private Causes(Staleness staleness) {
        this.graph = staleness.graph();
        this.staleness = staleness;
    }

    /**
     * Why an asset, or one slice of it, is stale or will be; empty if it is fresh and will stay so.
     *
     * @param partition one slice; all of them if absent
     */
    public static List<Cause> of(Staleness staleness, AssetKey asset, Optional<PartitionKey> partition) {
        Causes causes = new Causes(staleness);
        PartitionSet all = causes.affected(asset);
        return causes.explain(
                asset,
                partition
                        .map(key -> all.intersect(PartitionSet.of(List.of(key))))
                        .orElse(all));
    }

    private PartitionSet affected(AssetKey asset) {
        Set<AssetKey> upstream = graph.ancestors(asset);
        graph.keys().stream().filter(upstream::contains).forEach(this::affect);
        affect(asset);
        return affected.getOrDefault(asset, PartitionSet.empty());
    }

    private void affect(AssetKey asset) {
        PartitionSet slices = staleness.stale(asset).partitions();
        for (Dependency input : graph.spec(asset).dependencies()) {
            slices = slices.union(touched(graph.spec(asset), input));
        }
        affected.put(asset, slices);
    }

    /** The slices that will be made from something else when the affected slices of an input have run. */
    private PartitionSet touched(AssetSpec spec, Dependency input) {
        PartitionSet upstream = affected.getOrDefault(input.upstream(), PartitionSet.empty());
        if (upstream.isEmpty()) {
            return upstream;
        }
        boolean discovery = staleness.discovers(input.upstream()) && upstream.contains(PartitionKey.whole());
        PartitionSet touched = discovery && !input.mapping().isIdentity()
                ? staleness.partitions(spec.key())
                : staleness.readers(spec, input, upstream);
        return Staleness.discovers(spec) ? touched.union(PartitionSet.whole()) : touched;
    }

    private List<Cause> explain(AssetKey asset, PartitionSet slices) {
        if (slices.isEmpty() || explained.size() >= MOST || !explained.add(asset)) {
            return List.of();
        }
        Map<Reason, PartitionSet> reasons = new TreeMap<>(staleness.stale(asset).byReason());
        PartitionSet missing = staleness.missing(asset);
        AssetSpec spec = graph.spec(asset);
        Map<Reason, Dependency> inputs = new HashMap<>();
        for (Dependency input : spec.dependencies()) {
            Reason reason =
                    new Reason(ReasonKind.UPSTREAM_CHANGED, input.upstream().toString());
            inputs.put(reason, input);
            reasons.merge(reason, touched(spec, input).minus(missing), PartitionSet::union);
        }
        List<Cause> causes = new ArrayList<>();
        reasons.forEach((reason, all) -> {
            PartitionSet those = all.intersect(slices);
            if (!those.isEmpty()) {
                List<Cause> because = Optional.ofNullable(inputs.get(reason))
                        .map(input -> explain(input.upstream(), needed(spec, input, those)))
                        .orElse(List.of());
                causes.add(new Cause(asset, those, reason, because));
            }
        });
        return causes;
    }

    /** The affected slices of an input that these are made from. */
    private PartitionSet needed(AssetSpec spec, Dependency input, PartitionSet slices) {
        PartitionSet upstream = affected.getOrDefault(input.upstream(), PartitionSet.empty());
        if (slices.contains(PartitionKey.whole()) && spec.partitioning().isPartitioned()) {
            return upstream;
        }
        Sides sides = staleness.sides(spec.key(), input);
        PartitionSet needed = input.mapping().upstreamOf(slices, sides);
        return staleness.discovers(input.upstream())
                ? upstream.intersect(needed.union(PartitionSet.whole()))
                : upstream.intersect(needed);
    }
}

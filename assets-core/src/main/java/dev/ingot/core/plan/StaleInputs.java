package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.staleness.Staleness;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells which inputs of a plan are stale and not part of it. */
final class StaleInputs {
    private final AssetGraph graph;
    private final Staleness staleness;

    StaleInputs(AssetGraph graph, Staleness staleness) {
        this.graph = graph;
        this.staleness = staleness;
    }

    List<String> warnings(Map<AssetKey, PlanStep> steps) {
        Set<AssetKey> inputs = new TreeSet<>();
        steps.keySet().forEach(key -> inputs.addAll(graph.upstream(key)));
        inputs.removeAll(steps.keySet());
        inputs.removeIf(input -> staleness.stale(input).isEmpty());
        return inputs.stream()
                .map(input -> input + " is stale and is read as it is; choose +KEY to bring it up to date first")
                .toList();
    }
}

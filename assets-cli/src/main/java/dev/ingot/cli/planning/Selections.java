package dev.ingot.cli.planning;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.selection.SelectionContext;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.function.Supplier;

/** What expressions mean in this project. The database is only started for one that asks how the project stands. */
public final class Selections {
    private final AssetGraph graph;
    private final Supplier<PartitionFacts> facts;
    private final Provider<Planning> planning;

    @Inject
    Selections(AssetGraph graph, Supplier<PartitionFacts> facts, Provider<Planning> planning) {
        this.graph = graph;
        this.facts = facts;
        this.planning = planning;
    }

    /** The assets that an expression chooses, each with the partitions that it chooses of it. */
    public Map<AssetKey, PartitionFilter> of(String expression) {
        return Selection.resolve(
                expression,
                new SelectionContext(graph, facts, () -> planning.get().staleness()));
    }
}

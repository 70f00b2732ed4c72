package dev.ingot.core.selection;

import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.staleness.Staleness;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What expressions are about. How the project stands is only found out when an expression asks for it: one that names assets
 * needs neither ledger nor database. Not thread-safe.
 */
public final class SelectionContext {
    private final AssetGraph graph;
    private final Supplier<Staleness> source;
    private @Nullable Staleness staleness;

    /** @param source asked once, when it is needed */
    public SelectionContext(AssetGraph graph, Supplier<Staleness> source) {
        this.graph = graph;
        this.source = source;
    }

    public static SelectionContext of(Staleness staleness) {
        return new SelectionContext(staleness.graph(), () -> staleness);
    }

    public AssetGraph graph() {
        return graph;
    }

    Staleness staleness() {
        if (staleness == null) {
            staleness = source.get();
        }
        return staleness;
    }

    PartitionFacts facts() {
        return staleness().facts();
    }
}

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
    private final Supplier<PartitionFacts> factsSource;
    private final Supplier<Staleness> source;
    private final Places places;
    private @Nullable PartitionFacts facts;
    private @Nullable Staleness staleness;

    /**
     * @param facts asked once, when an expression names partitions
     * @param staleness asked once, when an expression asks how the project stands
     */
    public SelectionContext(AssetGraph graph, Supplier<PartitionFacts> facts, Supplier<Staleness> staleness) {
        this(graph, facts, staleness, Places.none());
    }

    private SelectionContext(
            AssetGraph graph, Supplier<PartitionFacts> facts, Supplier<Staleness> staleness, Places places) {
        this.graph = graph;
        this.factsSource = facts;
        this.source = staleness;
        this.places = places;
    }

    /** The same for an expression whose text is at hand. */
    SelectionContext with(Places text) {
        return new SelectionContext(graph, this::facts, this::staleness, text);
    }

    public static SelectionContext of(Staleness staleness) {
        return new SelectionContext(staleness.graph(), staleness::facts, () -> staleness);
    }

    public AssetGraph graph() {
        return graph;
    }

    Places places() {
        return places;
    }

    Staleness staleness() {
        if (staleness == null) {
            staleness = source.get();
        }
        return staleness;
    }

    PartitionFacts facts() {
        if (facts == null) {
            facts = factsSource.get();
        }
        return facts;
    }
}

package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * What is stale at one moment, by comparing what each slice was made from with what it would be made from now. Each asset is
 * compared once, when it is first asked for. Thread-safe.
 *
 * <p>An asset whose partitions only its source tells has, beside its partitions, the {@linkplain PartitionKey#whole() whole}
 * slice: the discovery of its partitions, stale when the source may hold others than it did.
 */
public final class Staleness {
    private static final Reason MISSING = Reason.of(ReasonKind.MISSING);

    private final AssetGraph graph;
    private final ProjectState state;
    private final Partitions partitions;
    private final Alignments alignments = new Alignments();
    private final Inputs inputs;
    private final Map<AssetKey, StaleSlices> stale = new ConcurrentHashMap<>();

    public Staleness(AssetGraph graph, ProjectState state) {
        this.graph = graph;
        this.state = state;
        this.partitions = new Partitions(graph, state.ledger(), state.facts());
        this.inputs = new Inputs(state, partitions, alignments);
    }

    public AssetGraph graph() {
        return graph;
    }

    /** What it was computed from. */
    public ProjectState state() {
        return state;
    }

    /** The time, and the partitions added by hand, that this was computed with. */
    public PartitionFacts facts() {
        return state.facts();
    }

    /** The partitions that the asset has, as far as is known. */
    public PartitionSet partitions(AssetKey asset) {
        return partitions.of(asset);
    }

    /** The partitions at both ends of an asset's dependency; upstream those, too, that are still to be removed. */
    public Sides sides(AssetKey asset, Dependency input) {
        return partitions.sides(graph.spec(asset), input.upstream());
    }

    /** The slices of an asset that are made from something else once these slices of an input are made again, or removed. */
    public PartitionSet readers(AssetSpec asset, Dependency input, PartitionSet upstream) {
        PartitionMapping mapping = input.mapping();
        Sides now = partitions.sides(asset, input.upstream());
        PartitionSet reading = mapping.downstreamOf(upstream, now);
        PartitionSet going = upstream.intersect(now.upstream().keys()).minus(partitions.of(input.upstream()));
        if (going.isEmpty() || mapping.isIdentity()) {
            return reading;
        }
        // Where a mapping counts, others are in their places then.
        PartitionSet left = now.upstream().keys().minus(going);
        Sides then = new Sides(new Side(now.upstream().partitioning(), left), now.downstream());
        return reading.union(now.downstream()
                .keys()
                .filter(key -> !mapping.upstreamOf(key, now).minus(going).equals(mapping.upstreamOf(key, then))));
    }

    /** The slices of an asset, its discovery among them. */
    public PartitionSet slices(AssetKey asset) {
        PartitionSet known = partitions.of(asset);
        return discovers(asset) ? known.union(PartitionSet.whole()) : known;
    }

    /** The rows of an asset's slices in the ledger, by the numbers that their keys have in a space; -1 where there is none. */
    public IntUnaryOperator rows(AssetKey asset, KeySpace space) {
        Alignment rows =
                alignments.of(space, state.ledger().slices(asset).keys().space());
        return rows::number;
    }

    /** Whether only reading its source tells which partitions the asset has. */
    public boolean discovers(AssetKey asset) {
        return discovers(graph.spec(asset));
    }

    /** See {@link #discovers(AssetKey)}. */
    public static boolean discovers(AssetSpec spec) {
        return spec.partitioning().isDiscovered() && Partitions.followed(spec).isEmpty();
    }

    /** Whether it is known which partitions the asset has: its source, or what it follows, has been read as it is now. */
    public boolean isSettled(AssetKey asset) {
        AssetSpec teller = partitions.teller(graph.spec(asset));
        return !discovers(teller) || !stale(teller.key()).partitions().contains(PartitionKey.whole());
    }

    /** The upstream asset whose partitions this one shares, if its own definition does not state them. */
    public static Optional<AssetKey> followed(AssetSpec spec) {
        return Partitions.followed(spec);
    }

    /** What a slice would be made from now, as the ledger records it. */
    public Map<String, String> inputs(AssetKey asset, PartitionKey partition) {
        return inputs.of(graph.spec(asset), partition);
    }

    /** The slices of an asset that are stale, with all reasons of each; the discovery among them. */
    public StaleSlices stale(AssetKey asset) {
        StaleSlices known = stale.get(asset);
        if (known == null) {
            known = compare(graph.spec(asset));
            stale.put(asset, known);
        }
        return known;
    }

    /** The slices of an asset that exist by definition and were never made. */
    public PartitionSet missing(AssetKey asset) {
        return stale(asset).of(MISSING);
    }

    /** The slices of an asset whose last attempt failed and that were not made since. */
    public PartitionSet failed(AssetKey asset) {
        return stale(asset).of(Reason.of(ReasonKind.FAILED));
    }

    private StaleSlices compare(AssetSpec spec) {
        LedgerSlices made = state.ledger().slices(spec.key());
        boolean discovers = discovers(spec);
        PartitionSet exist = discovers && made.row(PartitionKey.whole()) >= 0 ? made.keys() : slices(spec.key());
        Comparison comparison = new Comparison(inputs, exist, made, alignments);
        comparison.code(state.code().of(graph.asset(spec.key())));
        comparison.sources(spec);
        comparison.upstream(spec);
        comparison.removed(made.keys(spec.partitioning().isPartitioned()), exist);
        Map<Reason, PartitionSet> reasons = comparison.reasons();
        PartitionSet failed = state.failed(spec.key());
        if (!failed.isEmpty()) {
            PartitionSet removed = reasons.getOrDefault(Reason.of(ReasonKind.REMOVED), PartitionSet.empty());
            reasons.put(Reason.of(ReasonKind.FAILED), failed.intersect(exist.union(removed)));
        }
        return new StaleSlices(reasons);
    }
}

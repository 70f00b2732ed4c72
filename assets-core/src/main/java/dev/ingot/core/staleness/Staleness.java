package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is stale at one moment, by comparing what each slice was made from with what it would be made from now.
 *
 * <p>An asset whose partitions only its source tells has, beside its partitions, the {@linkplain PartitionKey#whole() whole}
 * slice: the discovery of its partitions, stale when the source may hold others than it did.
 */
public final class Staleness {
    private final AssetGraph graph;
    private final ProjectState state;
    private final LedgerSnapshot ledger;
    private final Partitions partitions;
    private final Inputs inputs;

    public Staleness(AssetGraph graph, ProjectState state) {
        this.graph = graph;
        this.state = state;
        this.ledger = state.ledger();
        this.partitions = new Partitions(graph, ledger, state.facts());
        this.inputs = new Inputs(ledger, state.sources(), partitions);
    }

    /** The time, and the partitions added by hand, that this was computed with. */
    public PartitionFacts facts() {
        return state.facts();
    }

    /** The partitions that the asset has, as far as is known. */
    public PartitionSet partitions(AssetKey asset) {
        return partitions.of(asset);
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
        AssetSpec spec = graph.spec(asset);
        return discovers(spec)
                ? reasons(spec, PartitionKey.whole()).isEmpty()
                : followed(spec).map(this::isSettled).orElse(true);
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
        AssetSpec spec = graph.spec(asset);
        Map<Reason, List<PartitionKey>> stale = new TreeMap<>();
        PartitionSet exist = partitions.of(asset);
        if (discovers(spec)) {
            exist = exist.union(PartitionSet.whole());
        }
        for (PartitionKey partition : exist) {
            reasons(spec, partition).forEach(reason -> add(stale, reason, partition));
        }
        ledger.partitions(asset, spec.partitioning().isPartitioned())
                .minus(exist)
                .forEach(gone -> add(stale, Reason.of(ReasonKind.REMOVED), gone));
        Map<Reason, PartitionSet> byReason = new TreeMap<>();
        stale.forEach((reason, slices) -> byReason.put(reason, PartitionSet.of(slices)));
        return new StaleSlices(byReason);
    }

    private static void add(Map<Reason, List<PartitionKey>> stale, Reason reason, PartitionKey partition) {
        stale.computeIfAbsent(reason, unused -> new ArrayList<>()).add(partition);
    }

    /** The slices of an asset that exist by definition and were never made. */
    public PartitionSet missing(AssetKey asset) {
        return stale(asset).byReason().getOrDefault(Reason.of(ReasonKind.MISSING), PartitionSet.empty());
    }

    /** The slices of an asset whose last attempt failed and that were not made since. */
    public PartitionSet failed(AssetKey asset) {
        return state.failures().of(asset);
    }

    private SortedSet<Reason> reasons(AssetSpec spec, PartitionKey partition) {
        SortedSet<Reason> reasons = new TreeSet<>();
        Optional<LedgerEntry> entry = ledger.entry(spec.key(), partition);
        if (entry.isEmpty()) {
            reasons.add(Reason.of(ReasonKind.MISSING));
            return reasons;
        }
        if (!entry.get().commit().codeVersion().equals(state.code().of(graph.asset(spec.key())))) {
            reasons.add(Reason.of(ReasonKind.CODE_CHANGED));
        }
        Map<String, String> then = entry.get().slice().inputs();
        inputs.of(spec, partition).forEach((name, version) -> {
            if (!version.equals(then.get(name))) {
                reasons.add(changed(name));
            }
        });
        return reasons;
    }

    private static Reason changed(String input) {
        return input.startsWith(Inputs.LANDING)
                ? new Reason(ReasonKind.SOURCE_CHANGED, input.substring(Inputs.LANDING.length()))
                : new Reason(ReasonKind.UPSTREAM_CHANGED, input);
    }
}

package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Follows dependencies from a choice, and the mappings of partitions with them. */
final class Reach {
    private final SelectionContext context;
    private final AssetGraph graph;

    Reach(SelectionContext context) {
        this.context = context;
        this.graph = context.graph();
    }

    /** What is chosen, and what it needs within so many steps. */
    Choice upstream(Choice from, int hops) {
        return within(hops, from, (asset, partitions, next) -> {
            for (Dependency input : graph.spec(asset).dependencies()) {
                needed(asset, partitions, input).ifPresent(filter -> next.add(input.upstream(), filter));
            }
        });
    }

    /** What is chosen, and what needs it within so many steps. */
    Choice downstream(Choice from, int hops) {
        return within(hops, from, (asset, partitions, next) -> {
            for (AssetKey reader : graph.downstream(asset)) {
                graph.spec(reader).dependencies().stream()
                        .filter(input -> input.upstream().equals(asset))
                        .flatMap(input -> reading(reader, partitions, input).stream())
                        .forEach(filter -> next.add(reader, filter));
            }
        });
    }

    /** One step along the dependencies, from some partitions of an asset. */
    private interface Hop {
        void from(AssetKey asset, PartitionFilter partitions, Choice next);
    }

    private static Choice within(int hops, Choice from, Hop hop) {
        Choice all = new Choice();
        all.addAll(from);
        Choice last = from;
        for (int done = 0; done < hops && !last.isEmpty(); done++) {
            Choice next = new Choice();
            last.asMap().forEach((asset, partitions) -> hop.from(asset, partitions, next));
            last = added(all, next);
        }
        return all;
    }

    /** Adds to all; what of it is new there, so that nothing is followed twice. */
    private static Choice added(Choice all, Choice more) {
        Map<AssetKey, PartitionFilter> fresh = new TreeMap<>();
        more.asMap().forEach((asset, partitions) -> {
            Optional<PartitionFilter> known = all.get(asset);
            all.add(asset, partitions);
            if (!known.equals(all.get(asset))) {
                fresh.put(asset, partitions);
            }
        });
        Choice next = new Choice();
        fresh.forEach(next::add);
        return next;
    }

    private Optional<PartitionFilter> needed(AssetKey asset, PartitionFilter partitions, Dependency input) {
        if (partitions.isEverything()
                || !graph.spec(input.upstream()).partitioning().isPartitioned()) {
            return Optional.of(PartitionFilter.everything());
        }
        if (input.mapping().isIdentity()) {
            return Optional.of(partitions);
        }
        Sides sides = context.staleness().sides(asset, input);
        PartitionSet known = sides.downstream().keys();
        return known.isEmpty()
                ? Optional.of(PartitionFilter.everything())
                : exactly(
                        input.mapping().upstreamOf(partitions.among(known), sides),
                        sides.upstream().keys());
    }

    private Optional<PartitionFilter> reading(AssetKey reader, PartitionFilter partitions, Dependency input) {
        if (partitions.isEverything() || !graph.spec(reader).partitioning().isPartitioned()) {
            return Optional.of(PartitionFilter.everything());
        }
        if (input.mapping().isIdentity()) {
            return Optional.of(partitions);
        }
        Sides sides = context.staleness().sides(reader, input);
        PartitionSet known = sides.upstream().keys();
        return known.isEmpty()
                ? Optional.of(PartitionFilter.everything())
                : exactly(
                        input.mapping().downstreamOf(partitions.among(known), sides),
                        sides.downstream().keys());
    }

    private static Optional<PartitionFilter> exactly(PartitionSet meant, PartitionSet known) {
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(meant.containsAll(known) ? PartitionFilter.everything() : PartitionFilter.of(meant));
    }
}

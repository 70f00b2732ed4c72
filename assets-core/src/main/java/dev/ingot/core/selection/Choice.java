package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Assets, each with some of its partitions: what expressions combine. An asset of which nothing is meant is not in it. */
final class Choice {
    private final Map<AssetKey, PartitionFilter> chosen = new TreeMap<>();

    static Choice of(Collection<AssetKey> assets) {
        Choice choice = new Choice();
        assets.forEach(asset -> choice.add(asset, PartitionFilter.everything()));
        return choice;
    }

    static Choice of(Map<AssetKey, PartitionFilter> chosen) {
        Choice choice = new Choice();
        choice.chosen.putAll(chosen);
        return choice;
    }

    /** Chooses more. */
    void add(AssetKey asset, PartitionFilter partitions) {
        chosen.merge(asset, partitions, PartitionFilter::or);
    }

    /** Chooses exactly these slices more; the whole one stands for the asset. */
    void addExactly(AssetKey asset, PartitionSet slices) {
        if (slices.contains(PartitionKey.whole())) {
            add(asset, PartitionFilter.everything());
        } else if (!slices.isEmpty()) {
            add(asset, PartitionFilter.of(slices));
        }
    }

    void addAll(Choice other) {
        other.chosen.forEach(this::add);
    }

    Optional<PartitionFilter> get(AssetKey asset) {
        return Optional.ofNullable(chosen.get(asset));
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    Map<AssetKey, PartitionFilter> asMap() {
        return chosen;
    }

    Choice and(Choice other) {
        Choice both = new Choice();
        chosen.forEach(
                (asset, mine) -> other.get(asset).flatMap(mine::and).ifPresent(filter -> both.add(asset, filter)));
        return both;
    }

    Choice or(Choice other) {
        Choice both = of(chosen);
        both.addAll(other);
        return both;
    }

    /** Leaves out what one of the others reaches. */
    Choice without(Function<AssetKey, Set<AssetKey>> reach) {
        Choice left = new Choice();
        chosen.forEach((asset, filter) -> {
            if (Collections.disjoint(reach.apply(asset), chosen.keySet())) {
                left.add(asset, filter);
            }
        });
        return left;
    }

    /**
     * Only these partitions, each asset in its own terms. What is not partitioned stays as it is, and what has none of them is left
     * out; but each range and key must be some asset's.
     */
    Choice at(PartitionFilter partitions, SelectionContext context) {
        Choice narrowed = new Choice();
        Choice partitioned = new Choice();
        chosen.forEach((asset, filter) -> (isPartitioned(asset, context) ? partitioned : narrowed).add(asset, filter));
        if (partitioned.isEmpty() && !isEmpty()) {
            throw SelectionErrors.unpartitioned(chosen.keySet(), partitions);
        }
        Choice here = new Choice();
        partitions.parts().forEach(part -> here.addAll(partitioned.having(part, context)));
        narrowed.addAll(partitioned.and(here));
        return narrowed;
    }

    private static boolean isPartitioned(AssetKey asset, SelectionContext context) {
        return context.graph().spec(asset).partitioning().isPartitioned();
    }

    /** A range or key in the terms of those assets that have some of it: at least one, unless there is no asset at all. */
    private Choice having(PartitionFilter part, SelectionContext context) {
        Choice having = new Choice();
        IngotException refused = null;
        for (AssetKey asset : chosen.keySet()) {
            Partitioning partitioning = context.graph().spec(asset).partitioning();
            try {
                having.add(asset, part.appliedTo(asset, partitioning, context.facts()));
            } catch (IngotException e) {
                refused = refused == null ? e : refused;
            }
        }
        if (having.isEmpty() && refused != null) {
            throw refused;
        }
        return having;
    }

    Choice not(SelectionContext context) {
        Choice others = new Choice();
        for (AssetKey asset : context.graph().keys()) {
            PartitionFilter mine = chosen.get(asset);
            if (mine == null) {
                others.add(asset, PartitionFilter.everything());
            } else if (!mine.isEverything()) {
                PartitionSet known = context.staleness().partitions(asset);
                others.addExactly(asset, known.minus(mine.among(known)));
            }
        }
        return others;
    }
}

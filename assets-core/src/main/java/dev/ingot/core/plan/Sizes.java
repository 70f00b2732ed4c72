package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * How big slices are taken to be when they are divided into batches. Of an asset that was never made, or whose size is not known, each
 * counts as its share of what they read together; upstream assets have to be asked for before.
 */
final class Sizes {
    private final Staleness staleness;
    private final Map<AssetKey, Estimate> estimates = new HashMap<>();
    /** The bytes of a slice of what is not known by itself. */
    private final Map<AssetKey, Long> shares = new HashMap<>();

    Sizes(Staleness staleness) {
        this.staleness = staleness;
    }

    /** What is known from the ledger. */
    Estimate estimate(AssetKey asset) {
        return estimates.computeIfAbsent(
                asset,
                key -> new Estimate(staleness.state().ledger().slices(key), space -> staleness.rows(key, space)));
    }

    /** The size of each of these slices, by the number of its key in their space; zero where nothing tells it. */
    IntToLongFunction of(AssetSpec spec, PartitionSet slices) {
        Estimate estimate = estimate(spec.key());
        if (estimate.isSized() || slices.isEmpty()) {
            return estimate.bytes(slices.space());
        }
        long share = read(spec, slices) / slices.size();
        shares.put(spec.key(), share);
        return ordinal -> share;
    }

    private long read(AssetSpec spec, PartitionSet slices) {
        long read = 0;
        for (Dependency input : spec.dependencies()) {
            Sides sides = staleness.sides(spec.key(), input);
            PartitionSet known = slices.intersect(sides.downstream().keys());
            PartitionSet needed = input.mapping().upstreamOf(known, sides);
            Long share = shares.get(input.upstream());
            read += share == null ? estimate(input.upstream()).of(needed).bytes() : share * needed.size();
        }
        return read;
    }
}

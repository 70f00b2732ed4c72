package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells which slices that a plan reads are stale or missing, and not part of it. */
final class StaleInputs {
    /** Of more nobody reads. */
    private static final int MOST = 10;

    private final Staleness staleness;
    private final Map<AssetKey, Planned> planned;
    private final Needs needs;

    StaleInputs(Staleness staleness, Map<AssetKey, Planned> planned) {
        this.staleness = staleness;
        this.planned = planned;
        this.needs = new Needs(staleness, planned);
    }

    List<String> warnings() {
        Map<AssetKey, PartitionSet> stale = new TreeMap<>();
        planned.forEach((key, step) -> {
            AssetSpec spec = staleness.graph().spec(key);
            for (Dependency input : spec.dependencies()) {
                PartitionSet own = staleness.stale(input.upstream()).partitions();
                PartitionSet read = needs.outside(spec, step.scope(), input, own);
                if (!read.isEmpty()) {
                    stale.merge(input.upstream(), read, PartitionSet::union);
                }
            }
        });
        List<String> warnings = new ArrayList<>();
        stale.entrySet().stream().limit(MOST).forEach(entry -> warnings.add(warning(entry.getKey(), entry.getValue())));
        if (stale.size() > MOST) {
            warnings.add((stale.size() - MOST) + " more inputs are stale and are read as they are");
        }
        return warnings;
    }

    private static String warning(AssetKey asset, PartitionSet slices) {
        PartitionSet partitions = slices.minus(PartitionSet.whole());
        return asset + " is stale" + (partitions.isEmpty() ? "" : " at " + partitions)
                + " and is read as it is; choose +KEY to bring it up to date first";
    }
}

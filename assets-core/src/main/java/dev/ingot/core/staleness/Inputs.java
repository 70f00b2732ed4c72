package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** What slices would be made from now, in the form that the ledger records. Thread-safe. */
final class Inputs {
    static final String LANDING = "landing:";

    private final LedgerSnapshot ledger;
    private final SourceVersions sources;
    private final Partitions partitions;
    private final Alignments alignments;
    private final Fingerprints fingerprints;

    Inputs(ProjectState state, Partitions partitions, Alignments alignments) {
        this.ledger = state.ledger();
        this.sources = state.sources();
        this.partitions = partitions;
        this.alignments = alignments;
        this.fingerprints = new Fingerprints(ledger, partitions, alignments);
    }

    /** What slices would be made from, as far as one input goes; by the number of the slice's key. */
    @FunctionalInterface
    interface Versions {
        String of(int ordinal);
    }

    Map<String, String> of(AssetSpec spec, PartitionKey partition) {
        Map<String, String> inputs = new TreeMap<>();
        spec.sources().forEach(source -> inputs.put(LANDING + source, source(source)));
        for (Dependency input : spec.dependencies()) {
            PartitionSet needed = needed(input, partition, partitions.sides(spec, input.upstream()));
            inputs.put(input.upstream().toString(), fingerprints.of(input.upstream(), needed));
        }
        return inputs;
    }

    String source(String name) {
        return sources.version(name).orElse(Fingerprints.NONE);
    }

    /** The versions of one input for the slices whose keys are numbered in this space. */
    Versions versions(AssetSpec spec, Dependency input, KeySpace space) {
        if (input.mapping().isIdentity()) {
            return sameKey(input.upstream(), space);
        }
        Sides sides = partitions.sides(spec, input.upstream());
        return ordinal -> fingerprints.of(input.upstream(), needed(input, space.key(ordinal), sides));
    }

    private Versions sameKey(AssetKey upstream, KeySpace space) {
        PartitionSet exist = partitions.readable(upstream);
        RoaringBitmap existing = exist.ordinals();
        LedgerSlices made = ledger.slices(upstream);
        Alignment keys = alignments.of(space, exist.space());
        Alignment rows = alignments.of(exist.space(), made.keys().space());
        return ordinal -> {
            int key = keys.number(ordinal);
            if (key < 0 || !existing.contains(key)) {
                return Fingerprints.NOTHING;
            }
            int row = rows.number(key);
            return row < 0 ? Fingerprints.NONE : made.dataVersion(row);
        };
    }

    /** A discovery of partitions may read anything. */
    private static PartitionSet needed(Dependency input, PartitionKey partition, Sides sides) {
        boolean discovery =
                partition.isWhole() && sides.downstream().partitioning().isPartitioned();
        return discovery ? sides.upstream().keys() : input.mapping().upstreamOf(partition, sides);
    }
}

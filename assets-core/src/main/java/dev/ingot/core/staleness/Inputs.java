package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;
import java.util.TreeMap;

/** The fingerprints of what a slice would be made from now, in the form that the ledger records. */
final class Inputs {
    static final String LANDING = "landing:";

    private final LedgerSnapshot ledger;
    private final SourceVersions sources;
    private final Partitions partitions;

    Inputs(LedgerSnapshot ledger, SourceVersions sources, Partitions partitions) {
        this.ledger = ledger;
        this.sources = sources;
        this.partitions = partitions;
    }

    Map<String, String> of(AssetSpec spec, PartitionKey partition) {
        Map<String, String> inputs = new TreeMap<>();
        for (String source : spec.sources()) {
            inputs.put(LANDING + source, sources.version(source).orElse("none"));
        }
        for (Dependency input : spec.dependencies()) {
            PartitionSet needed = input.mapping().upstreamOf(partition, partitions.sides(spec, input.upstream()));
            inputs.put(input.upstream().toString(), fingerprint(input.upstream(), needed));
        }
        return inputs;
    }

    /** One slice: its own data version. Several: a hash over their keys and versions. */
    private String fingerprint(AssetKey asset, PartitionSet slices) {
        if (slices.size() == 1) {
            return version(asset, slices.iterator().next());
        }
        Sha256 hash = new Sha256();
        for (PartitionKey slice : slices) {
            hash.add(slice + "=" + version(asset, slice) + "\n");
        }
        return hash.hex(16);
    }

    private String version(AssetKey asset, PartitionKey slice) {
        return ledger.entry(asset, slice)
                .map(LedgerEntry::slice)
                .map(known -> known.dataVersion())
                .orElse("none");
    }
}

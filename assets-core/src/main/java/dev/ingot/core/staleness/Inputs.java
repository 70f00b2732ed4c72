package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        MessageDigest digest = sha256();
        for (PartitionKey slice : slices) {
            digest.update((slice + "=" + version(asset, slice) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private String version(AssetKey asset, PartitionKey slice) {
        return ledger.entry(asset, slice)
                .map(LedgerEntry::slice)
                .map(known -> known.dataVersion())
                .orElse("none");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

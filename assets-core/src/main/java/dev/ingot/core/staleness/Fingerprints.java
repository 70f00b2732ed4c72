package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fingerprints of sets of slices, by what is in them now. They are recorded in tables: equal content must stay an equal
 * text. Thread-safe.
 */
final class Fingerprints {
    /** Stands for a slice that was never made, and for a file that has not landed. */
    static final String NONE = "none";

    /** That of no slices at all. */
    static final String NOTHING = new Sha256().hex(16);

    private final LedgerSnapshot ledger;
    private final Partitions partitions;
    private final Alignments alignments;
    /** The last one of each asset: where all slices need the same, it is computed once. */
    private final Map<AssetKey, Known> last = new ConcurrentHashMap<>();

    private record Known(PartitionSet slices, String fingerprint) {}

    Fingerprints(LedgerSnapshot ledger, Partitions partitions, Alignments alignments) {
        this.ledger = ledger;
        this.partitions = partitions;
        this.alignments = alignments;
    }

    /** One slice: its own data version. Several, or none: a hash over their keys and versions. */
    String of(AssetKey asset, PartitionSet slices) {
        if (slices.size() == 1) {
            return version(ledger.slices(asset), slices.first());
        }
        Known known = last.get(asset);
        if (known == null || !known.slices().equals(slices)) {
            known = new Known(slices, hash(asset, slices));
            last.put(asset, known);
        }
        return known.fingerprint();
    }

    private String hash(AssetKey asset, PartitionSet slices) {
        LedgerSlices made = ledger.slices(asset);
        Sha256 hash = new Sha256();
        if (slices.space() == partitions.readable(asset).space()) {
            Alignment rows = alignments.of(slices.space(), made.keys().space());
            slices.ordinals().forEach((int ordinal) -> {
                int row = rows.number(ordinal);
                add(hash, slices.space().key(ordinal), row < 0 ? NONE : made.dataVersion(row));
            });
        } else {
            slices.forEach(slice -> add(hash, slice, version(made, slice)));
        }
        return hash.hex(16);
    }

    private static void add(Sha256 hash, PartitionKey slice, String version) {
        hash.add(slice + "=" + version + "\n");
    }

    private static String version(LedgerSlices made, PartitionKey slice) {
        int row = made.row(slice);
        return row < 0 ? NONE : made.dataVersion(row);
    }
}

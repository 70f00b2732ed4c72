package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Failures;
import java.util.Map;

/**
 * Everything that planning depends on beside the graph and the request, as it was at one moment.
 *
 * @param ledger all slices that exist
 * @param failures the slices that steps failed on, those that were made since included
 * @param sources the landed files
 * @param code the code of the assets
 * @param facts the time, and the partitions added by hand
 */
public record ProjectState(
        LedgerSnapshot ledger, Failures failures, SourceVersions sources, CodeVersions code, PartitionFacts facts) {
    /** The slices of an asset whose last attempt failed and that were not made since. */
    PartitionSet failed(AssetKey asset) {
        return PartitionSet.of(failures.slices(asset).entrySet().stream()
                .filter(failed -> ledger.entry(asset, failed.getKey())
                        .map(LedgerEntry::commit)
                        .map(made -> made.step().compareTo(failed.getValue()) < 0)
                        .orElse(true))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The state after one more materialization. */
    public ProjectState with(Materialization done) {
        return new ProjectState(ledger.with(done), failures, sources, code, facts);
    }

    /** The same, but each source is asked once: what is loaded meanwhile does not show. */
    public ProjectState once() {
        return new ProjectState(ledger, failures, sources.once(), code, facts);
    }
}

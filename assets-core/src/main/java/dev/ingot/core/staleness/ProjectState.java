package dev.ingot.core.staleness;

import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.run.Failures;

/**
 * Everything that planning depends on beside the graph and the request, as it was at one moment.
 *
 * @param ledger all slices that exist
 * @param failures the slices whose last attempt failed
 * @param sources the landed files
 * @param code the code of the assets
 * @param facts the time, and the partitions added by hand
 */
public record ProjectState(
        LedgerSnapshot ledger, Failures failures, SourceVersions sources, CodeVersions code, PartitionFacts facts) {
    /** The same, but each source is asked once: what is loaded meanwhile does not show. */
    public ProjectState once() {
        return new ProjectState(ledger, failures, sources.once(), code, facts);
    }
}

package dev.ingot.core.staleness;

import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.run.RunStore;
import java.util.function.Supplier;

/**
 * Where the state of a project is read from.
 *
 * @param ledger what was materialized
 * @param runs what failed
 * @param sources what has landed
 * @param code what the assets do
 * @param facts the time, and the partitions added by hand
 */
public record StateSources(
        Ledger ledger, RunStore runs, SourceVersions sources, CodeVersions code, Supplier<PartitionFacts> facts) {
    /** The state as it is now, in a few queries. */
    public ProjectState read() {
        return new ProjectState(ledger.snapshot(), runs.failures(), sources, code, facts.get());
    }
}

package dev.ingot.core.engine.executor;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.staleness.Staleness;
import java.time.Instant;
import java.util.Map;

/** What a step reads, as it was when the step began: later commits of others do not show. Immutable. */
public final class StepInputs {
    private final AssetKey asset;
    private final String codeVersion;
    private final Instant at;
    private final LedgerSnapshot ledger;
    private final Staleness staleness;

    /**
     * Pins what one step reads.
     *
     * @param asset the step's asset
     * @param codeVersion the code that will run
     * @param at the time that the materialization will bear
     * @param ledger all slices as they are now
     * @param staleness computed from the same ledger
     */
    public StepInputs(AssetKey asset, String codeVersion, Instant at, LedgerSnapshot ledger, Staleness staleness) {
        this.asset = asset;
        this.codeVersion = codeVersion;
        this.at = at;
        this.ledger = ledger;
        this.staleness = staleness;
    }

    public String codeVersion() {
        return codeVersion;
    }

    public Instant at() {
        return at;
    }

    /**
     * The version at which to read the table of an upstream asset.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code missing-upstream} if nothing was ever written to it
     */
    public long tableVersion(AssetKey upstream) {
        return ledger.tableVersion(upstream).orElseThrow(() -> ExecutorErrors.nothingToRead(asset, upstream));
    }

    /** What to record as the inputs of a slice. */
    public Map<String, String> of(PartitionKey partition) {
        return staleness.inputs(asset, partition);
    }

    /** What the partitions that exist depend on beside their definitions, as it was when the step began. */
    public PartitionFacts facts() {
        return staleness.facts();
    }

    /** All slices as they were when the step began. */
    public LedgerSnapshot ledger() {
        return ledger;
    }
}

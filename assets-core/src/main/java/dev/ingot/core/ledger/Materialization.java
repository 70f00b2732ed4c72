package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The fact that a step committed. It travels inside the commit itself (see {@link MaterializationJson}), and the ledger
 * follows.
 *
 * @param step the step, by which a repeated commit is recognised
 * @param asset what was materialized
 * @param tableVersion the version of the table that the commit made
 * @param codeVersion the code that made it
 * @param at when
 * @param took how long the step computed, in whole milliseconds; zero if that is not known
 * @param slices the slices as they are now. For an asset whose partitions only its source tells, a commit that replaced
 *     the whole table adds a slice {@link dev.ingot.core.partition.PartitionKey#whole()}: the discovery itself
 * @param removed slices that are no more
 * @param token that of the lease under which it was committed, which grows for ever; 0 if that is not known
 */
public record Materialization(
        StepId step,
        AssetKey asset,
        long tableVersion,
        String codeVersion,
        Instant at,
        Duration took,
        List<Slice> slices,
        PartitionSet removed,
        long token) {
    public Materialization {
        slices = List.copyOf(slices);
        took = took.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A materialization under an unknown lease. */
    public Materialization(
            StepId step,
            AssetKey asset,
            long tableVersion,
            String codeVersion,
            Instant at,
            Duration took,
            List<Slice> slices,
            PartitionSet removed) {
        this(step, asset, tableVersion, codeVersion, at, took, slices, removed, 0);
    }

    /** A materialization of unknown duration. */
    public Materialization(
            StepId step,
            AssetKey asset,
            long tableVersion,
            String codeVersion,
            Instant at,
            List<Slice> slices,
            PartitionSet removed) {
        this(step, asset, tableVersion, codeVersion, at, Duration.ZERO, slices, removed);
    }

    /** The same, committed under a lease of this token; one that says its own stays as it is. */
    public Materialization under(long lease) {
        return token != 0
                ? this
                : new Materialization(step, asset, tableVersion, codeVersion, at, took, slices, removed, lease);
    }

    public RunId run() {
        return step.run();
    }

    /** What its slices have in common. */
    public Commit commit() {
        return new Commit(step, tableVersion, codeVersion, at, took, token);
    }

    /** Good rows of all slices. */
    public long rows() {
        return slices.stream().filter(this::counts).mapToLong(Slice::rows).sum();
    }

    /** Rejected rows of all slices, those without a slice included. */
    public long rejected() {
        return slices.stream().mapToLong(Slice::rejected).sum();
    }

    /** Size of all slices where they are stored; 0 where that is not known. */
    public long bytes() {
        return slices.stream().filter(this::counts).mapToLong(Slice::bytes).sum();
    }

    /** The discovery's own row count repeats that of the slices. */
    private boolean counts(Slice slice) {
        return slices.size() == 1 || !slice.partition().isWhole();
    }
}

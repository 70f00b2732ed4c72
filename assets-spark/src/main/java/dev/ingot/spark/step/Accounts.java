package dev.ingot.spark.step;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.spark.SparkErrors;
import dev.ingot.spark.rows.SliceTotal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The books of one step: what was counted, whether it adds up, and the materialization that says so. */
final class Accounts {
    private final StepContext context;
    private final AssetSpec spec;
    private final Map<PartitionKey, SliceTotal> totals;
    private final Map<PartitionKey, Long> bytes;

    /**
     * The books of what was counted.
     *
     * @param totals the good rows by slice
     * @param bytes the size of their files by slice
     */
    Accounts(StepContext context, Map<PartitionKey, SliceTotal> totals, Map<PartitionKey, Long> bytes) {
        this.context = context;
        this.spec = context.asset().spec();
        this.totals = totals;
        this.bytes = bytes;
    }

    /**
     * The rows that were hashed are those in the files.
     *
     * @param homeless good rows that belong to no slice: they are in files, and were not hashed
     */
    void verifyWritten(Map<PartitionKey, Long> files, long homeless) {
        Map<PartitionKey, Long> hashed = new TreeMap<>();
        totals.forEach((slice, total) -> hashed.put(slice, total.rows()));
        if (homeless > 0) {
            hashed.put(PartitionKey.whole(), homeless);
        }
        if (!hashed.equals(files)) {
            throw new IllegalStateException(spec.key() + ": hashed " + hashed + ", written " + files);
        }
    }

    /** Every row that came in is good or rejected. */
    void verifyConserved(long in, Map<PartitionKey, Long> rejected) {
        long good = totals.values().stream().mapToLong(SliceTotal::rows).sum();
        if (in != good + sum(rejected)) {
            throw SparkErrors.notConserved(spec.key(), in, good, sum(rejected));
        }
    }

    /** What the commit of the good rows says. */
    Materialization materialization(Map<PartitionKey, Long> rejected, Duration took) {
        return context.scope().discover() ? discovery(rejected, took) : slices(rejected, took);
    }

    /** What the commit of the rejected rows says: how many they are, and what, by slice. */
    Materialization rejection(Map<PartitionKey, SliceTotal> rejected) {
        List<Slice> slices = new ArrayList<>();
        rejected.forEach(
                (partition, total) -> slices.add(new Slice(partition, total.version(), total.rows(), 0, Map.of())));
        return materialization(slices, PartitionSet.empty(), Duration.ZERO);
    }

    private Materialization slices(Map<PartitionKey, Long> rejected, Duration took) {
        List<Slice> slices = new ArrayList<>();
        PartitionSet scope = context.scope().partitions();
        PartitionSet gone = scope.filter(partition -> !totals.containsKey(partition) && !isWanted(partition));
        for (PartitionKey partition : scope.minus(gone)) {
            slices.add(slice(partition, rejected.getOrDefault(partition, 0L)));
        }
        return materialization(slices, gone, took);
    }

    /**
     * Whether a partition exists even without rows: because the definition states it, or because the asset that this one
     * follows has it. If it were left out, it would be missing for ever.
     */
    private boolean isWanted(PartitionKey partition) {
        return spec.partitioning()
                .stated(context.inputs().facts())
                .map(all -> all.contains(partition))
                .or(() -> Staleness.followed(spec).map(upstream -> has(upstream, partition)))
                .orElse(false);
    }

    private boolean has(AssetKey upstream, PartitionKey partition) {
        return context.inputs().ledger().entry(upstream, partition).isPresent();
    }

    private Materialization discovery(Map<PartitionKey, Long> rejected, Duration took) {
        List<Slice> slices = new ArrayList<>();
        Sha256 digest = new Sha256();
        long listed = 0;
        for (PartitionKey partition : totals.keySet()) {
            Slice slice = slice(partition, rejected.getOrDefault(partition, 0L));
            slices.add(slice);
            listed += slice.rejected();
            digest.add(partition + "=" + slice.dataVersion() + "\n");
        }
        String version = digest.hex(16);
        long rows = slices.stream().mapToLong(Slice::rows).sum();
        PartitionKey whole = PartitionKey.whole();
        slices.add(new Slice(
                whole,
                version,
                rows,
                sum(rejected) - listed,
                sum(bytes),
                context.inputs().of(whole)));
        LedgerSnapshot before = context.inputs().ledger();
        PartitionSet gone = before.partitions(spec.key(), true).minus(PartitionSet.of(totals.keySet()));
        return materialization(slices, gone, took);
    }

    private Slice slice(PartitionKey partition, long rejected) {
        SliceTotal total = totals.getOrDefault(partition, SliceTotal.EMPTY);
        return new Slice(
                partition,
                total.version(),
                total.rows(),
                rejected,
                bytes.getOrDefault(partition, 0L),
                context.inputs().of(partition));
    }

    private Materialization materialization(List<Slice> slices, PartitionSet removed, Duration took) {
        return new Materialization(
                context.step(),
                spec.key(),
                0,
                context.inputs().codeVersion(),
                context.inputs().at(),
                took,
                slices,
                removed);
    }

    private static long sum(Map<PartitionKey, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }
}

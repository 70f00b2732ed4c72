package dev.ingot.spark.step;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.SparkErrors;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.rows.Classification;
import dev.ingot.spark.rows.ExpectationReport;
import dev.ingot.spark.rows.Observed;
import dev.ingot.spark.rows.ReturnedColumns;
import dev.ingot.spark.rows.RowHash;
import dev.ingot.spark.rows.SliceRows;
import dev.ingot.spark.rows.SliceTotal;
import dev.ingot.spark.rows.SliceTotals;
import dev.ingot.spark.table.DeltaTables;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * One step of one asset: computes, sorts the rows, writes the good ones unseen, checks them, commits the rejected ones, then the
 * good ones.
 *
 * <p>Everything that has to be counted is counted by the job that writes the good rows, over the same scan of the source.
 */
final class DeltaStep {
    private static final String ROWS = "rows";
    private static final String SLICES = "slices";

    private final StepContext context;
    private final DeltaTables tables;
    private final PinnedInputs inputs;
    private final SparkSession session;
    private final DeltaAsset asset;
    private final AssetSpec spec;
    private final Classification classification;
    private final Replaced replaced;
    private final long began = System.nanoTime();

    DeltaStep(StepContext context, DeltaTables tables, PinnedInputs inputs) {
        this.context = context;
        this.tables = tables;
        this.inputs = inputs;
        this.session = inputs.spark();
        this.asset = (DeltaAsset) context.asset();
        this.spec = asset.spec();
        this.classification = new Classification(spec);
        List<String> columns = spec.partitioning().columns();
        this.replaced = context.scope().discover()
                ? Replaced.everything(columns)
                : Replaced.slices(columns, context.scope().partitions());
    }

    StepResult run() throws IOException {
        try (SliceCommit commit = begin(tables.table(spec.key()))) {
            Optional<Materialization> done = commit.done();
            if (done.isPresent()) {
                return StepResult.of(done.get());
            }
            context.signals().progress("computing");
            Dataset<Row> computed = SparkErrors.returned(asset.compute(inputs), spec.key(), "compute");
            ReturnedColumns.check(spec, computed.schema());
            Dataset<Row> rows = SliceRows.inScope(spec, context.wanted(), computed);
            Dataset<Row> classified = classification.classify(rows);
            return classification.rejects() ? scannedOnce(commit, classified) : materialize(commit, classified);
        }
    }

    /** Good and rejected rows are two jobs: what the first has classified, the second need not scan again. */
    private StepResult scannedOnce(SliceCommit commit, Dataset<Row> classified) throws IOException {
        Dataset<Row> kept = withoutNeedlessText(classified).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return materialize(commit, kept);
        } finally {
            kept.unpersist();
        }
    }

    /** A good row's text is never looked at again, unless a rule that does not reject looks at it. */
    private Dataset<Row> withoutNeedlessText(Dataset<Row> classified) {
        Dataset<Row> kept = classified;
        for (String column : List.of(Classification.TEXT, Classification.SOURCE)) {
            if (Arrays.asList(kept.columns()).contains(column) && !classification.observes(column)) {
                kept = kept.withColumn(column, when(col(Classification.RULE).isNotNull(), col(column)));
            }
        }
        return kept;
    }

    private StepResult materialize(SliceCommit commit, Dataset<Row> classified) throws IOException {
        Column[] counters = ExpectationReport.counters(spec);
        Dataset<Row> counted = classified.observe(ROWS, counters[0], Arrays.copyOfRange(counters, 1, counters.length));
        Dataset<Row> good = commit.align(laidOut(classification.good(counted)));
        Dataset<Row> hashed =
                good.observe(SLICES, SliceTotals.of(SliceRows.key(spec.partitioning()), RowHash.of(good.schema())));
        Map<PartitionKey, Long> written = commit.write(hashed);

        ExpectationReport report = new ExpectationReport(spec, classified, Observed.of(hashed, ROWS));
        Map<PartitionKey, SliceTotal> totals =
                SliceTotals.parse(Observed.of(hashed, SLICES).getString(0));
        Accounts accounts = new Accounts(context, totals, commit.bytesWritten());
        accounts.verifyWritten(written, report.homeless());
        goOn("checking");
        List<CheckResult> checks = new Audit(context, inputs).of(commit, report);
        goOn("rejecting");
        context.signals().checkLease();
        Map<PartitionKey, Long> rejected = reject(report, classified, accounts);
        accounts.verifyConserved(report.in(), rejected);
        goOn("committing");
        context.signals().checkLease();
        Materialization done =
                commit.commit(accounts.materialization(rejected, Duration.ofNanos(System.nanoTime() - began)));
        return new StepResult(done, checks);
    }

    /** One file a slice where slices are small; an unpartitioned table is left as Spark computed it. */
    private Dataset<Row> laidOut(Dataset<Row> rows) {
        List<String> columns = spec.partitioning().columns();
        return columns.isEmpty()
                ? rows
                : rows.hint(
                        "rebalance",
                        columns.stream().map(Classification::quoted).toArray());
    }

    private Map<PartitionKey, Long> reject(ExpectationReport report, Dataset<Row> classified, Accounts accounts) {
        if (!classification.rejects()) {
            return Map.of();
        }
        try (SliceCommit commit = begin(tables.rejected(spec.key()))) {
            if (report.rejected() == 0) {
                commit.empty(accounts.rejection(Map.of()));
                return Map.of();
            }
            Dataset<Row> rejected = commit.align(classification
                    .rejected(classified)
                    .withColumn("step", lit(context.step().toString()))
                    .hint("rebalance"));
            Column slice = coalesce(SliceRows.key(spec.partitioning()), lit(""));
            Dataset<Row> hashed = rejected.observe(SLICES, SliceTotals.of(slice, RowHash.of(rejected.schema())));
            Map<PartitionKey, Long> written = commit.write(hashed);
            Materialization rejection = accounts.rejection(
                    SliceTotals.parse(Observed.of(hashed, SLICES).getString(0)));
            if (!isThere(rejection, commit.done())) {
                commit.commit(rejection);
            }
            return written;
        }
    }

    /** An earlier attempt that read the same has rejected the same; it may have read something else. */
    private static boolean isThere(Materialization rejection, Optional<Materialization> done) {
        return done.map(Materialization::slices)
                .filter(rejection.slices()::equals)
                .isPresent();
    }

    private SliceCommit begin(Location table) {
        return SliceCommit.begin(session, table, replaced, context.lease());
    }

    /** Says what comes next, unless somebody wants the step to stop. */
    private void goOn(String doing) {
        if (context.signals().isCancelled()) {
            throw new CancellationException();
        }
        context.signals().progress(doing);
    }
}

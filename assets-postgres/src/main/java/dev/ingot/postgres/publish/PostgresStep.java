package dev.ingot.postgres.publish;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.store.MaterializationWriter;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.SparkErrors;
import dev.ingot.spark.rows.ReturnedColumns;
import dev.ingot.spark.rows.SliceRows;
import dev.ingot.spark.session.SparkRuntime;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jdbi.v3.core.Handle;

/** One step of one table: stages its rows, then publishes them and records the fact in one transaction. */
final class PostgresStep {
    private final StepContext context;
    private final PostgresTable asset;
    private final AssetSpec spec;
    private final StagingTable staging;
    private long began;
    private List<CheckResult> checks = List.of();

    PostgresStep(StepContext context) {
        this.context = context;
        this.asset = (PostgresTable) context.asset();
        this.spec = asset.spec();
        this.staging = StagingTable.of(context.lease());
    }

    /** Fills the staging table with what the asset computes in a session of this step's own; see {@link #stage}. */
    Map<PartitionKey, StagedSlice> stage(
            Handle handle, ConnectionSettings settings, SparkRuntime spark, PostgresExecutor.InputsFactory inputs)
            throws Exception {
        return spark.inStep(
                context.step(), context.signals(), session -> stage(handle, settings, inputs.of(context, session)));
    }

    /** Fills the staging table; answers what is in it by slice. Rows that break a rule stay there, and go no further. */
    private Map<PartitionKey, StagedSlice> stage(Handle handle, ConnectionSettings settings, AssetInputs inputs) {
        began = System.nanoTime();
        context.signals().progress("computing");
        Dataset<Row> computed = SparkErrors.returned(asset.compute(inputs), spec.key(), "compute");
        ReturnedColumns.check(spec, computed.schema());
        RowAudit audit = new RowAudit(spec, SliceRows.inScope(spec, context.wanted(), computed));
        Dataset<Row> rows = audit.rows();
        staging.create(handle, rows.schema());
        Dataset<Row> copying =
                staging.copying(settings, rows, spec.partitioning().columns());
        Map<PartitionKey, StagedSlice> slices = StagingTable.collected(copying);
        check(handle, audit.findings(copying));
        if (!spec.partitioning().isPartitioned()) {
            slices.putIfAbsent(PartitionKey.whole(), StagedSlice.EMPTY);
        }
        return slices;
    }

    private void check(Handle handle, RowAudit.Findings findings) {
        checks = findings.checks();
        context.signals().checked(checks);
        if (findings.failure().isPresent()) {
            handle.useTransaction(transaction -> {
                // What a later attempt has kept must not be replaced by what a former one found.
                LeaseRow.lock(transaction, context.lease());
                KeptTables.keep(transaction, staging, spec.key());
            });
            throw SparkErrors.staged(findings.failure().get(), spec.key(), context.step());
        }
    }

    /** Brings the target up to the staged rows. When this returns it is committed. */
    StepResult publish(Handle handle, Map<PartitionKey, StagedSlice> staged) {
        StepSlices slices = new StepSlices(context, staged);
        goOn();
        String sql = PublishSql.of(asset, staging, slices.replaced());
        Materialization published = handle.inTransaction(transaction -> {
            LeaseRow.lock(transaction, context.lease());
            close(transaction, slices.rows());
            execute(transaction, sql, context.signals());
            Materialization done = slices.materialization(
                            transaction(transaction), Duration.ofNanos(System.nanoTime() - began))
                    .under(context.lease().token());
            MaterializationWriter.write(transaction, done);
            PublishedProvenance.of(asset).write(transaction, done);
            if (context.signals().isCancelled()) {
                throw new CancellationException();
            }
            return done;
        });
        return new StepResult(published, checks);
    }

    /** Tasks that Spark ran twice may have copied more than those that it was told of, and may still be at it. */
    private void close(Handle transaction, long copied) {
        long arrived = staging.close(transaction);
        if (arrived != copied) {
            throw LoadFailures.miscounted(spec.key(), copied, arrived);
        }
    }

    void dropStaging(Handle handle) {
        staging.drop(handle);
    }

    private void goOn() {
        if (context.signals().isCancelled()) {
            throw new CancellationException();
        }
        context.signals().progress("publishing");
    }

    /** All statements of the text, by the driver's own reading of where each ends. */
    private static void execute(Handle transaction, String sql, StepSignals signals) {
        try (Statement statement = transaction.getConnection().createStatement()) {
            signals.onCancel(() -> cancel(statement));
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            signals.onCancel(() -> {});
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException tooLate) {
            // It is asked again, before the commit.
        }
    }

    /** The number of the running transaction: it grows, and is this table's version. */
    private static long transaction(Handle transaction) {
        return transaction
                .createQuery("SELECT CAST(CAST(pg_current_xact_id() AS text) AS bigint)")
                .mapTo(long.class)
                .one();
    }
}

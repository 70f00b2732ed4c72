package dev.ingot.postgres.publish;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StagedSteps;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Identifiers;
import dev.ingot.postgres.database.RowReader;
import dev.ingot.postgres.database.SqlFailureKinds;
import dev.ingot.postgres.database.Warehouse;
import dev.ingot.postgres.store.PostgresLedger;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.step.SparkFailureKinds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;

/**
 * Materializes {@link PostgresTable}s. Thread-safe.
 *
 * <p>The ledger's row and the table's rows are one transaction, so the ledger is the truth: a step that is in it is done.
 * No class of Spark is loaded before a step needs one.
 */
public final class PostgresExecutor implements AssetExecutor {
    private final Warehouse warehouse;
    private final PostgresLedger ledger;
    private final SparkRuntime spark;
    private final InputsFactory inputs;

    /** Makes what an asset computes from. A type of its own: whoever looks at the constructor need not load Spark's classes. */
    @FunctionalInterface
    public interface InputsFactory {
        AssetInputs of(StepContext context, SparkSession session);
    }

    /**
     * An executor of its collaborators.
     *
     * @param inputs makes what an asset computes from
     */
    public PostgresExecutor(Warehouse warehouse, PostgresLedger ledger, SparkRuntime spark, InputsFactory inputs) {
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.spark = spark;
        this.inputs = inputs;
    }

    @Override
    public boolean executes(Asset asset) {
        return asset instanceof PostgresTable;
    }

    @Override
    public StepResult execute(StepContext context) throws Exception {
        Optional<Materialization> done = ledger.find(context.step());
        if (done.isPresent()) {
            return StepResult.of(done.get());
        }
        try (Handle handle = warehouse.work("ingot load " + context.asset().key())) {
            return warehouse.database().translated(() -> load(context, handle));
        } catch (RuntimeException failure) {
            checkLease(context, failure);
            throw LoadFailures.of((PostgresTable) context.asset(), failure)
                    .map(RuntimeException.class::cast)
                    .orElse(failure);
        }
    }

    /** Who has lost the lease may find the staging table gone with it: what failed because of that is not worth telling. */
    private static void checkLease(StepContext context, RuntimeException failure) {
        try {
            context.signals().checkLease();
        } catch (RuntimeException told) {
            if (told instanceof IngotException lost && lost.diagnostic().code() == ErrorCode.LEASE_LOST) {
                lost.addSuppressed(failure);
                throw lost;
            }
        }
    }

    private StepResult load(StepContext context, Handle handle) throws Exception {
        ConnectionSettings settings = warehouse.database().connection();
        PostgresStep step = new PostgresStep(context);
        StagingTable.dropOfTheDead(handle);
        try {
            if (!spark.isStarted()) {
                context.signals().progress("starting Spark");
            }
            // Not here but there: Guice looks at the methods of this class, and a lambda with a session is one.
            Map<PartitionKey, StagedSlice> staged = step.stage(handle, settings, spark, inputs);
            return step.publish(handle, staged);
        } finally {
            dropStaging(step, handle);
        }
    }

    /** If that fails too, the next run's step does it; it must not hide why this one failed, or that it did not. */
    private static void dropStaging(PostgresStep step, Handle handle) {
        try {
            step.dropStaging(handle);
        } catch (RuntimeException left) {
            // See above.
        }
    }

    /** By PostgreSQL's own word where there is one; what it is about to load is computed with Spark. */
    @Override
    public FailureKind kind(Throwable failure) {
        return SqlFailureKinds.of(failure).orElseGet(() -> SparkFailureKinds.of(failure));
    }

    @Override
    public Optional<Materialization> committed(Asset asset, StepId step) {
        return ledger.find(step);
    }

    @Override
    public RowSample sample(SampleRequest request) {
        if (request.rejected()) {
            return new RowSample(List.of(), List.of());
        }
        PostgresTable asset = (PostgresTable) request.asset();
        String where = request.partition().map(key -> where(asset, key)).orElse("");
        if (request.staged().isPresent()) {
            List<StepId> steps = StagedSteps.of(
                    asset.key(),
                    request.staged().get(),
                    warehouse.database().query(handle -> KeptTables.steps(handle, asset.key())));
            String kept = "SELECT * FROM (" + KeptTables.rows(steps) + ") AS kept";
            return RowReader.read(warehouse.database(), List.of(), kept + where, request.limit());
        }
        String table = Arrays.stream(asset.table().split("\\."))
                .map(Identifiers::quote)
                .collect(Collectors.joining("."));
        return RowReader.read(warehouse.database(), List.of(), "SELECT * FROM " + table + where, request.limit());
    }

    private static String where(PostgresTable asset, PartitionKey key) {
        List<String> columns = asset.spec().partitioning().columns();
        String column = columns.stream()
                .map(name -> "CAST(" + Identifiers.quote(name) + " AS text)")
                .collect(Collectors.joining(" || '~' || "));
        return columns.isEmpty() ? "" : " WHERE " + column + " = " + Identifiers.literal(key.toString());
    }
}

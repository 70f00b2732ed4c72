package dev.ingot.spark.step;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.rows.Classification;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import java.util.Optional;

/**
 * Materializes {@link DeltaAsset}s. Thread-safe.
 *
 * <p>Loads no class of Spark before a step or a sample needs one.
 */
public final class DeltaExecutor implements AssetExecutor {
    private final SparkRuntime spark;
    private final DeltaTables tables;
    private final LandedFiles landed;

    public DeltaExecutor(SparkRuntime spark, DeltaTables tables, LandedFiles landed) {
        this.spark = spark;
        this.tables = tables;
        this.landed = landed;
    }

    @Override
    public boolean executes(Asset asset) {
        return asset instanceof DeltaAsset;
    }

    @Override
    public StepResult execute(StepContext context) throws Exception {
        if (!spark.isStarted()) {
            context.signals().progress("starting Spark");
        }
        return spark.inStep(
                context.step(),
                context.signals(),
                session -> new DeltaStep(context, tables, new PinnedInputs(context, session, tables, landed)).run());
    }

    @Override
    public void fence(Asset asset, Grant.Granted granted) throws Exception {
        spark.inStep(granted.lease().step(), StepSignals.none(), session -> {
            SliceCommit.fence(session, tables.table(asset.key()), granted);
            // The former holder may have another definition of the asset, and reject what this one would not.
            if (new Classification(asset.spec()).rejects()) {
                SliceCommit.fence(session, tables.rejected(asset.key()), granted);
            } else {
                SliceCommit.fenceIfThere(session, tables.rejected(asset.key()), granted);
            }
            return granted;
        });
    }

    @Override
    public FailureKind kind(Throwable failure) {
        return SparkFailureKinds.of(failure);
    }

    @Override
    public Optional<Materialization> committed(Asset asset, StepId step) {
        return tables.log(asset.key()).find(step);
    }

    @Override
    public RowSample sample(SampleRequest request) {
        return new Sample(spark.session(), tables).take(request);
    }
}

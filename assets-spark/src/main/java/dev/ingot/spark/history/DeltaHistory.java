package dev.ingot.spark.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.history.Difference;
import dev.ingot.core.history.Restoration;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import java.util.ArrayList;
import java.util.List;

/** What the Delta tables remember. Thread-safe. The commits are read without Spark; whether all files are there, with it. */
public final class DeltaHistory implements AssetHistory {
    private final SparkRuntime spark;
    private final DeltaTables tables;

    public DeltaHistory(SparkRuntime spark, DeltaTables tables) {
        this.spark = spark;
        this.tables = tables;
    }

    @Override
    public boolean remembers(Asset asset) {
        return asset instanceof DeltaAsset;
    }

    @Override
    public List<Materialization> commits(Asset asset) {
        return tables.log(asset.key()).all();
    }

    @Override
    public List<Difference> losses(Asset asset, List<Materialization> commits) {
        if (commits.isEmpty()) {
            return List.of();
        }
        List<Difference> losses = new ArrayList<>();
        losses.addAll(new Rejections(asset.key(), commits).missing(tables.rejectedLog(asset.key())));
        losses.addAll(new StoredFiles(asset.key(), tables).missing(spark));
        losses.addAll(new StepFolders(asset.key(), tables).missing(commits));
        return losses;
    }

    @Override
    public void check(Asset asset, Restoration restoration) {
        new DeltaRollback(asset.spec(), tables, restoration, spark.session()).check();
    }

    @Override
    public Materialization restore(StepContext context, Restoration restoration) throws Exception {
        return spark.inStep(
                context.step(),
                context.signals(),
                session -> new DeltaRollback(context.asset().spec(), tables, restoration, session).run(context));
    }
}

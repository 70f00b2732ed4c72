package dev.ingot.spark.table;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.config.Settings;
import dev.ingot.core.event.StepId;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.spark.SparkSettings;
import dev.ingot.spark.commit.CommitLog;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where the Delta tables of the assets lie, and how to read them. Loads no class of Spark before something is read. */
public final class DeltaTables {
    private final Path lake;
    private final ObjectStore store;

    public DeltaTables(Path lake) {
        this.lake = lake.toAbsolutePath().normalize();
        this.store = new LocalObjectStore(this.lake);
    }

    public static DeltaTables of(Settings settings) {
        return new DeltaTables(SparkSettings.lake(settings));
    }

    /** The table of an asset. */
    public Path table(AssetKey asset) {
        return lake.resolve(asset.layer().text()).resolve(asset.domain()).resolve(asset.name());
    }

    /** The table of the rows that were rejected on the way to an asset; there is none before the first such row. */
    public Path rejected(AssetKey asset) {
        return beside(asset, "__rejected");
    }

    /** What a step of an asset keeps beside its table. */
    public Path folder(AssetKey asset, StepId step) {
        return beside(asset, "__files").resolve(step.toString());
    }

    private Path beside(AssetKey asset, String suffix) {
        return table(asset).resolveSibling(asset.name() + suffix);
    }

    /** The commits of an asset's table. */
    public CommitLog log(AssetKey asset) {
        return new CommitLog(store, ObjectPath.of(asset.toString()));
    }

    /** The commits of the table of the rows that were rejected on the way to an asset. */
    public CommitLog rejectedLog(AssetKey asset) {
        return new CommitLog(store, ObjectPath.of(asset + "__rejected"));
    }

    /** The table of an asset as it was at a version: in its newest layout, for the older one's files may be gone. */
    public Dataset<Row> read(SparkSession session, AssetKey asset, long version) {
        return session.read()
                .format("delta")
                .option("versionAsOf", log(asset).sameContent(version))
                .load(table(asset).toString());
    }
}

package dev.ingot.spark.table;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.Location;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where the Delta tables of the assets lie, and how to read them. Loads no class of Spark before something is read. */
public final class DeltaTables {
    private final Location lake;

    /** @param lake what all tables lie below */
    public DeltaTables(Location lake) {
        this.lake = lake;
    }

    /** Tables in a folder of the local disk. */
    public DeltaTables(Path folder) {
        this(Location.ofDisk(folder));
    }

    /** The table of an asset. */
    public Location table(AssetKey asset) {
        return lake.resolve(asset.toString());
    }

    /** The table of the rows that were rejected on the way to an asset; there is none before the first such row. */
    public Location rejected(AssetKey asset) {
        return table(asset).beside("__rejected");
    }

    /** What a step of an asset keeps beside its table. */
    public Location folder(AssetKey asset, StepId step) {
        return folders(asset).resolve(step.toString());
    }

    /** Where the steps of an asset keep what lies beside its table, each in a folder of its own. */
    public Location folders(AssetKey asset) {
        return table(asset).beside("__files");
    }

    /** The commits of an asset's table. */
    public CommitLog log(AssetKey asset) {
        return CommitLog.of(table(asset));
    }

    /** The commits of the table of the rows that were rejected on the way to an asset. */
    public CommitLog rejectedLog(AssetKey asset) {
        return CommitLog.of(rejected(asset));
    }

    /** The table of an asset as it was at a version: in its newest layout, for the older one's files may be gone. */
    public Dataset<Row> read(SparkSession session, AssetKey asset, long version) {
        return session.read()
                .format("delta")
                .option("versionAsOf", log(asset).sameContent(version))
                .load(table(asset).uri());
    }
}

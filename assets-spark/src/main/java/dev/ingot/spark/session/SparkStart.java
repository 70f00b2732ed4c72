package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import dev.ingot.spark.SparkMaster;
import dev.ingot.spark.SparkSettings;
import dev.ingot.spark.disk.ContextDisk;
import dev.ingot.spark.disk.Disk;
import dev.ingot.spark.lake.LakeStore;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** How Spark is started: quiet, small, and with everything that it writes under the state folder. */
final class SparkStart {
    private SparkStart() {}

    static SparkSession session(Settings settings, LakeStore lake, Path scratch) {
        SparkSession.Builder builder = builder(settings, scratch);
        StoreProperties store = new StoreProperties(lake);
        store.visible().forEach(builder::config);
        settings.get(SparkSettings.CONF).forEach(builder::config);
        store.binding(settings.get(SparkSettings.CONF)).forEach(builder::config);
        SparkSession session = builder.getOrCreate();
        store.hide(session.sparkContext());
        return session;
    }

    /** One that knows no store. */
    static SparkSession withoutStore(Settings settings, Path scratch) {
        SparkSession.Builder builder = builder(settings, scratch);
        settings.get(SparkSettings.CONF).forEach(builder::config);
        return builder.getOrCreate();
    }

    private static SparkSession.Builder builder(Settings settings, Path scratch) {
        new ClusterNeeds(settings).ensure();
        Path logs = settings.state().toAbsolutePath().resolve("logs");
        SparkLog.into(logs, settings.get(SparkSettings.LOG_LEVEL));
        SparkMaster master = settings.get(SparkSettings.MASTER);
        SparkSession.Builder builder = SparkSession.builder()
                .appName("ingot")
                .master(master.url())
                .config("spark.ui.enabled", false)
                .config("spark.scheduler.mode", "FAIR")
                .config("spark.sql.shuffle.partitions", settings.get(SparkSettings.SHUFFLE_PARTITIONS))
                .config("spark.sql.session.timeZone", "UTC")
                // A thousand tasks to list ten files is the default.
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", 4)
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.local.dir", scratch.resolve("local").toString())
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.hadoop.fs.file.impl", Disk.class.getName())
                .config("spark.hadoop.fs.AbstractFileSystem.file.impl", ContextDisk.class.getName())
                // The logs of our tables are short: one task reads them.
                .config("spark.databricks.delta.snapshotPartitions", 1);
        if (master.isLocal()) {
            // A task that runs out of memory or stack fails, instead of ending the process that runs all the other
            // steps.
            builder.config("spark.executor.killOnFatalError.depth", 0)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        }
        new ClusterCode(settings).properties(scratch.resolve("jars")).forEach(builder::config);
        return builder;
    }
}

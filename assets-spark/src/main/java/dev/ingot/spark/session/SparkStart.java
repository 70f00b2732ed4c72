package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import dev.ingot.spark.SparkSettings;
import dev.ingot.spark.disk.ContextDisk;
import dev.ingot.spark.disk.Disk;
import dev.ingot.spark.lake.LakeStore;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** How Spark is started: quiet, small, and with everything that it writes under the state folder. */
final class SparkStart {
    private static final String JARS = "spark.jars";

    private SparkStart() {}

    static SparkSession session(Settings settings, LakeStore lake, Path scratch) {
        Path logs = settings.state().toAbsolutePath().resolve("logs");
        SparkLog.into(logs, settings.get(SparkSettings.LOG_LEVEL));
        String master = settings.get(SparkSettings.MASTER);
        SparkSession.Builder builder = SparkSession.builder()
                .appName("ingot")
                .master(master)
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
        if (master.startsWith("local")) {
            // A task that runs out of memory or stack fails, instead of ending the process that runs all the other
            // steps.
            builder.config("spark.executor.killOnFatalError.depth", 0)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        } else if (sendsCode(settings)) {
            builder.config(JARS, SentJars.of(System.getProperty("java.class.path"), scratch.resolve("jars")));
        }
        StoreProperties store = new StoreProperties(lake);
        store.visible().forEach(builder::config);
        settings.get(SparkSettings.CONF).forEach(builder::config);
        store.binding(settings.get(SparkSettings.CONF)).forEach(builder::config);
        SparkSession session = builder.getOrCreate();
        store.hide(session.sparkContext());
        return session;
    }

    /** Unless the executors have the code, or somebody has said from where they get it. */
    private static boolean sendsCode(Settings settings) {
        Map<String, String> stated = settings.get(SparkSettings.CONF);
        return settings.get(SparkSettings.SEND_CODE)
                && !stated.containsKey(JARS)
                && !stated.containsKey("spark.executor.extraClassPath")
                && System.getProperty(JARS) == null;
    }
}

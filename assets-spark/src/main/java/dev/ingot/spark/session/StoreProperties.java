package dev.ingot.spark.session;

import dev.ingot.core.storage.MountedStore;
import dev.ingot.spark.lake.LakeStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkContext;

/**
 * What Spark is told of the lake's store.
 *
 * <p>Secrets never become properties of Spark, which are shown to people and sent around. They go into Hadoop's own
 * configuration after Spark has started: that reaches the executors with the tasks, and where Spark tells of it (its events)
 * the names of secrets match {@code spark.redaction.regex}.
 */
final class StoreProperties {
    private static final String REDACTION = "spark.redaction.regex";
    /** Spark's own, and the keys of Azure's accounts. */
    private static final String SECRETS = "(?i)secret|password|token|access[.]?key|account[.]key";

    private static final String SEVERAL_DRIVERS = ConditionalLogStore.class.getName();
    /** Where a store does not know the condition, and nobody else writes. */
    private static final String ONE_DRIVER = "io.delta.storage.S3SingleDriverLogStore";

    private final LakeStore lake;
    private final MountedStore store;

    StoreProperties(LakeStore lake) {
        this.lake = lake;
        this.store = lake.mounted();
    }

    /** What anybody may see, and change. */
    Map<String, String> visible() {
        Map<String, String> properties = new LinkedHashMap<>();
        store.properties().forEach((name, value) -> properties.put("spark.hadoop." + name, value));
        return properties;
    }

    /**
     * What nobody may change: how commits are made, and what is hidden.
     *
     * @param stated what the user wants
     */
    Map<String, String> binding(Map<String, String> stated) {
        Map<String, String> properties = new LinkedHashMap<>();
        String more = stated.get(REDACTION);
        properties.put(REDACTION, more == null ? SECRETS : SECRETS + "|" + more);
        properties.put("spark.delta.logStore.s3a.impl", store.shared() ? SEVERAL_DRIVERS : ONE_DRIVER);
        properties.put("spark.delta.logStore.abfs.impl", "io.delta.storage.AzureLogStore");
        properties.put("spark.delta.logStore.abfss.impl", "io.delta.storage.AzureLogStore");
        return properties;
    }

    /** Tells the secrets, and where executors on other machines can leave what they share. */
    void hide(SparkContext context) {
        store.secrets()
                .get()
                .forEach((name, value) -> context.hadoopConfiguration().set(name, value));
        if (!context.isLocal() && context.getCheckpointDir().isEmpty()) {
            context.setCheckpointDir(lake.lake().beside("__checkpoints").uri());
        }
    }
}

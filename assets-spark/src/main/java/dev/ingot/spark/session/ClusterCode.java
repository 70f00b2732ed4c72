package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import dev.ingot.spark.SparkSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * How the executors of a cluster get the code that they run: their machines and images have Spark, and are sent what is ours.
 * Whoever states from where they get it, or that they have it, is left alone.
 */
final class ClusterCode {
    private static final String JARS = "spark.jars";

    private final Settings settings;

    ClusterCode(Settings settings) {
        this.settings = settings;
    }

    /**
     * What Spark is to be told.
     *
     * @param scratch for what has to be packed
     */
    Map<String, String> properties(Path scratch) {
        boolean sends = !settings.get(SparkSettings.MASTER).isLocal()
                && settings.get(SparkSettings.SEND_CODE)
                && !isStated(JARS, "spark.executor.extraClassPath");
        return sends ? Map.of(JARS, SentJars.of(System.getProperty("java.class.path"), scratch)) : Map.of();
    }

    private boolean isStated(String... names) {
        Map<String, String> stated = settings.get(SparkSettings.CONF);
        return Arrays.stream(names).anyMatch(name -> stated.containsKey(name) || System.getProperty(name) != null);
    }
}

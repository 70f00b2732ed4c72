package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import dev.ingot.spark.SparkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the executors of a cluster get the code that they run: their machines and images have Spark, and are sent what is ours.
 * Whoever states from where they get it, or that they have it, is left alone.
 */
final class ClusterCode {
    private static final String JARS = "spark.jars";
    private static final List<String> FROM_ELSEWHERE = List.of(JARS, "spark.executor.extraClassPath");

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
                && FROM_ELSEWHERE.stream().noneMatch(name -> SparkSettings.isStated(settings, name));
        return sends ? Map.of(JARS, SentJars.of(System.getProperty("java.class.path"), scratch)) : Map.of();
    }
}

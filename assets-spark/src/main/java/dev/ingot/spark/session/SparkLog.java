package dev.ingot.spark.session;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Leads what Spark and its libraries log to a file, and nothing of it to the terminal.
 *
 * <p>A log4j configuration that somebody names by {@code log4j2.configurationFile} is left alone.
 */
final class SparkLog {
    /** Kept, because a logger that nobody holds forgets its level. Netlib warns that it has no native library. */
    private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib");

    private SparkLog() {}

    static void into(Path file, String level) {
        NETLIB.setLevel(Level.OFF);
        if (System.getProperty("log4j2.configurationFile") != null
                || System.getProperty("log4j.configurationFile") != null) {
            return;
        }
        System.setProperty("ingot.spark.log", file.toString());
        System.setProperty("ingot.spark.log.level", level);
        URL configuration = Objects.requireNonNull(SparkLog.class.getResource("spark-log.properties"));
        try {
            // Works whether log4j has started before or not: somebody else's logger may have been first.
            Configurator.reconfigure(configuration.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

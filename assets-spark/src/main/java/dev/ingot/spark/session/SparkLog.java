package dev.ingot.spark.session;

import dev.ingot.core.log.RunLogs;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Leads what Spark and its libraries log to a file, {@code spark.log}, what is logged for a step to the step's log, and nothing
 * of it to the terminal.
 *
 * <p>A log4j configuration that somebody names by {@code log4j2.configurationFile} is left alone.
 */
final class SparkLog {
    /** Kept, because a logger that nobody holds forgets its level. Netlib warns that it has no native library. */
    private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib");

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS}{UTC}Z %-5p %c{1.} [%t] %m%n";

    private SparkLog() {}

    static void into(Path folder, String level) {
        NETLIB.setLevel(Level.OFF);
        if (System.getProperty("log4j2.configurationFile") != null
                || System.getProperty("log4j.configurationFile") != null) {
            return;
        }
        System.setProperty("ingot.spark.log", folder.resolve("spark.log").toString());
        System.setProperty("ingot.spark.log.level", level);
        URL configuration = Objects.requireNonNull(SparkLog.class.getResource("spark-log.properties"));
        try {
            // Works whether log4j has started before or not: somebody else's logger may have been first.
            Configurator.reconfigure(configuration.toURI());
            addSteps(new RunLogs(folder));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addSteps(RunLogs logs) {
        LoggerContext context = LoggerContext.getContext(false);
        Configuration configuration = context.getConfiguration();
        PatternLayout layout = PatternLayout.newBuilder()
                .withPattern(PATTERN)
                .withConfiguration(configuration)
                .build();
        StepAppender steps = new StepAppender(logs, layout);
        steps.start();
        configuration.addAppender(steps);
        configuration.getRootLogger().addAppender(steps, null, null);
        context.updateLoggers();
    }
}

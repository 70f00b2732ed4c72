package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import dev.ingot.spark.MasterErrors;
import dev.ingot.spark.SparkMaster;
import dev.ingot.spark.SparkSettings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.apache.spark.scheduler.ExternalClusterManager;

/** What has to be there before Spark is started on a cluster: missing, it would say so in terms of its own, or wait for ever. */
final class ClusterNeeds {
    private static final List<String> IMAGES =
            List.of("spark.kubernetes.container.image", "spark.kubernetes.executor.container.image");

    private final Settings settings;
    private final SparkMaster master;

    ClusterNeeds(Settings settings) {
        this.settings = settings;
        this.master = settings.get(SparkSettings.MASTER);
    }

    /** @throws dev.ingot.core.error.IngotException with code {@code invalid-setting} naming what is missing */
    void ensure() {
        if (!master.isLocal() && !master.isStandalone() && !isKnown()) {
            throw master.isYarn() ? MasterErrors.noYarn() : MasterErrors.unknown(master);
        }
        if (master.isKubernetes() && IMAGES.stream().noneMatch(name -> SparkSettings.isStated(settings, name))) {
            throw MasterErrors.noImage();
        }
    }

    /** Spark finds those who know further kinds of masters in the same way. */
    private boolean isKnown() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return StreamSupport.stream(
                        ServiceLoader.load(ExternalClusterManager.class, loader).spliterator(), false)
                .anyMatch(manager -> manager.canCreate(master.url()));
    }
}

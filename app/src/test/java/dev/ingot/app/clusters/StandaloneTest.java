package dev.ingot.app.clusters;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.FirstRun;
import dev.ingot.app.Outcome;
import dev.ingot.app.Product;
import dev.ingot.app.clusters.StandaloneCluster.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on a Spark standalone cluster with two workers that have nothing but Spark, and on two that run the image. */
@ExtendWith(FirstRun.Once.class)
final class StandaloneTest {
    @TempDir
    private static Path folder;

    @Test
    void theSameContentOnTwoWorkers(FirstRun onDisk) throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder("cluster"), Code.PLAIN)) {
            Product product = on(cluster, "home", true, Map.of());
            product.lands(FirstRun.SAMPLE);
            assertThat(product.materializes().values()).containsOnly("succeeded");
            Outcome.of(product).isTheSameAs(onDisk.outcome());
            assertThat(executors("worker-1")).isPositive();
            assertThat(executors("worker-2")).isPositive();
        }
    }

    @Test
    void aWorkerThatDiesInTheMiddleOfAStageCostsNothing(FirstRun onDisk) throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder("dying"), Code.IMAGE)) {
            WorkerLoss.LOSING.set(cluster);
            Product product = on(cluster, "other", false, Map.of("spark.extraListeners", WorkerLoss.class.getName()));
            product.lands(FirstRun.SAMPLE);
            assertThat(product.materializes("+silver/movielens/ratings").values())
                    .containsOnly("succeeded");
            assertThat(WorkerLoss.LOSING.get())
                    .as("the cluster, had no worker died")
                    .isNull();
            assertThat(onDisk.outcome().content()).containsAllEntriesOf(product.dataVersions());
        }
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static Product on(StandaloneCluster cluster, String home, boolean sendsCode, Map<String, String> more)
            throws IOException {
        Map<String, String> conf = new TreeMap<>(more);
        conf.put("spark.driver.host", "127.0.0.1");
        conf.put("spark.executor.memory", "1g");
        return new Product(
                folder(home),
                Map.of(
                        "INGOT_SPARK_MASTER",
                        cluster.url(),
                        "INGOT_SPARK_SEND_CODE",
                        Boolean.toString(sendsCode),
                        "INGOT_SPARK_CONF",
                        conf.entrySet().stream().map(Object::toString).collect(joining(";"))));
    }

    /** How many executors a worker has started. */
    private static long executors(String worker) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cluster").resolve(worker))) {
            return files.filter(file -> file.endsWith("stderr")).count();
        }
    }
}

package dev.ingot.app.stores;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on a Spark standalone cluster with two workers, which nobody has given any of our code. */
final class StandaloneTest {
    @TempDir
    private static Path folder;

    @Test
    void theSameContentOnTwoWorkers() throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder("cluster"))) {
            Outcome.of(on(cluster, "home", Map.of())).isTheSameAs(Outcome.embedded());
            assertThat(executors("worker-1")).isPositive();
            assertThat(executors("worker-2")).isPositive();
        }
    }

    @Test
    void aWorkerThatDiesInTheMiddleOfAStageCostsNothing() throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder("dying"))) {
            WorkerLoss.LOSING.set(cluster);
            Product product = on(cluster, "other", Map.of("spark.extraListeners", WorkerLoss.class.getName()));
            product.lands(Outcome.SAMPLE);
            assertThat(product.materializes("+silver/movielens/ratings").values())
                    .containsOnly("succeeded");
            assertThat(WorkerLoss.LOSING.get())
                    .as("the cluster, had no worker died")
                    .isNull();
            assertThat(Outcome.embedded().content()).containsAllEntriesOf(product.dataVersions());
        }
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static Product on(StandaloneCluster cluster, String home, Map<String, String> more) throws IOException {
        Map<String, String> conf = new TreeMap<>(more);
        conf.put("spark.driver.host", "127.0.0.1");
        conf.put("spark.executor.memory", "1g");
        return new Product(
                folder(home),
                Map.of(
                        "INGOT_SPARK_MASTER",
                        cluster.url(),
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

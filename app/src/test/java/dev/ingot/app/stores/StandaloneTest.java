package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on a Spark standalone cluster with two workers, which nobody has given any of our code. */
final class StandaloneTest {
    @TempDir
    private static Path folder;

    @Test
    void theSameContentOnTwoWorkers() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        try (StandaloneCluster cluster = new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")))) {
            Product product = new Product(
                    home,
                    Map.of(
                            "INGOT_SPARK_MASTER",
                            cluster.url(),
                            "INGOT_SPARK_CONF",
                            "spark.driver.host=127.0.0.1;spark.executor.memory=1g"));
            Outcome.of(product).isTheSameAs(Outcome.embedded());
            assertThat(executors(1)).isPositive();
            assertThat(executors(2)).isPositive();
        }
    }

    /** How many executors a worker has started. */
    private static long executors(int worker) throws Exception {
        Path work = folder.resolve("cluster").resolve("worker-" + worker);
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(file -> file.endsWith("stderr")).count();
        }
    }
}

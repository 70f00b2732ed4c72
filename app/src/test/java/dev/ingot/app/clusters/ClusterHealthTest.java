package dev.ingot.app.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Answer;
import dev.ingot.app.ChildProcess;
import dev.ingot.app.Product;
import dev.ingot.app.clusters.StandaloneCluster.Code;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.spark.health.SparkHealth;
import dev.ingot.storage.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} finds out about a cluster. */
final class ClusterHealthTest {
    @TempDir
    private Path folder;

    @Test
    void executorsAnswerUnlessTheyLackTheCode() throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder("plain"), Code.PLAIN)) {
            Product product = new Product(
                    folder("home"),
                    Map.of("INGOT_SPARK_MASTER", cluster.url(), "INGOT_SPARK_CONF", "spark.driver.host=127.0.0.1"));

            Answer well = product.types("doctor").exits(0);
            assertThat(well.out())
                    .containsPattern("✓ spark +Spark 4\\S*, Delta 4\\S*, master spark://127.0.0.1:[0-9]+;"
                            + " executors on 127.0.0.1 with Spark 4[0-9.]+, Java [0-9.]+\n");

            Health without = health(cluster, Duration.ofSeconds(60));
            assertThat(without.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.UNREACHABLE_SPARK);
                assertThat(problem.what()).endsWith("do not have Ingot's code");
                assertThat(problem.help()).contains("have it sent: --set spark.send-code=true");
            });
        }
    }

    @Test
    void aMasterWithoutWorkersIsNotWaitedForLongerThanSaid() throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster(folder("empty"), Code.IMAGE, 0)) {
            Health health = health(cluster, Duration.ofSeconds(10));

            assertThat(health.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.UNREACHABLE_SPARK);
                assertThat(problem.what()).endsWith("has run a task within 10 s");
                assertThat(problem.help()).first().asString().contains("start a worker: make up");
            });
        }
    }

    /** In a process of its own, since Spark's libraries log to the terminal when they are used before Spark is started. */
    @Test
    void aWrongPortIsToldWithoutASessionAndWithoutNoise() throws Exception {
        Path state = folder("wrong").resolve("state");
        String master = "spark://127.0.0.1:" + ServerProcess.freePort();
        try (ChildProcess process = ChildProcess.starts(state, "doctor", "--set", "spark.master=" + master)) {
            Answer answer = process.ends().exits(3);

            assertThat(answer.out())
                    .contains("✗ spark", "No Spark master answers at " + master)
                    .contains("do: start the development stack: make up")
                    .doesNotContain("log4j", "INFO", "WARN");
            assertThat(state.resolve("tmp/doctor")).doesNotExist();
        }
    }

    /** Of executors that are sent nothing. */
    private Health health(StandaloneCluster cluster, Duration patience) throws Exception {
        Map<String, String> settings = Map.of(
                "spark.master", cluster.url(), "spark.send-code", "false", "spark.conf", "spark.driver.host=127.0.0.1");
        return new SparkHealth(Settings.of(folder("state"), settings), patience).look();
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }
}

package dev.ingot.app.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.FirstRun;
import dev.ingot.app.Product;
import dev.ingot.app.clusters.StandaloneCluster.Code;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A part of the graph on what stands in for Kubernetes: an API server in this JVM, and executors by the image's entry point. */
@ExtendWith(FirstRun.Once.class)
final class KubernetesTest {
    @TempDir
    private static Path folder;

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);

    @BeforeEach
    void start() throws IOException {
        server.init();
        Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: here
                contexts: [{name: here, context: {cluster: here, user: me}}]
                clusters: [{name: here, cluster: {server: "%s"}}]
                users: [{name: me, user: {token: who-I-am}}]
                """.formatted(server.url("/")));
        System.setProperty("kubeconfig", folder.resolve("kubeconfig").toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty("kubeconfig");
        server.destroy();
    }

    @Test
    void theSameContentFromPodsOfTheImageOfWhichOneFails(FirstRun onDisk) throws Exception {
        Path image = Files.createDirectory(folder.resolve("image"));
        StandaloneCluster.writeJar(image.resolve("ingot.jar"), Code.IMAGE);
        try (KubernetesClient client = server.createClient();
                Kubelet kubelet = new Kubelet(client, Files.createDirectory(folder.resolve("pods")), image, 1)) {
            Product product = product();
            product.lands(FirstRun.SAMPLE);
            assertThat(product.materializes("+silver/movielens/ratings").values())
                    .containsOnly("succeeded");
            assertThat(onDisk.outcome().content()).containsAllEntriesOf(product.dataVersions());
            assertThat(kubelet.images()).hasSize(3).containsOnly("registry.test/ingot:1");
            assertThat(server.getLastRequest().getHeader("Authorization")).isEqualTo("Bearer who-I-am");
            assertThat(client.pods().inNamespace("movies").list().getItems()).isEmpty();
            assertThat(client.configMaps().inNamespace("movies").list().getItems())
                    .isEmpty();
        }
    }

    private Product product() throws IOException {
        return new Product(
                Files.createDirectory(folder.resolve("home")),
                Map.of(
                        "INGOT_SPARK_MASTER",
                        "k8s://http://127.0.0.1:" + server.getPort(),
                        "INGOT_SPARK_SEND_CODE",
                        "false",
                        "INGOT_SPARK_CONF",
                        "spark.kubernetes.container.image=registry.test/ingot:1;spark.kubernetes.namespace=movies"
                                + ";spark.driver.host=127.0.0.1;spark.executor.memory=1g;spark.executor.instances=2"));
    }
}

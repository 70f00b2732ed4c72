package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.config.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCodeTest {
    private static final String STANDALONE = "spark://there:7077";

    @TempDir
    private Path scratch;

    @Test
    void thisProcessHasTheCode() {
        assertThat(properties("local[2]", "")).isEmpty();
    }

    @Test
    void machinesWithSparkAreSentTheRest() {
        for (String master : new String[] {STANDALONE, "k8s://there"}) {
            assertThat(properties(master, "")).containsOnlyKeys("spark.jars");
            assertThat(properties(master, "").get("spark.jars"))
                    .contains("/delta-storage-")
                    .doesNotContain("/spark-core_", "/spark-kubernetes_", "/kubernetes-client-");
        }
    }

    @Test
    void whoeverSaysWhereTheCodeIsIsLeftAlone() {
        assertThat(properties(STANDALONE, "spark.jars=mine.jar")).isEmpty();
        assertThat(properties(STANDALONE, "spark.executor.extraClassPath=/opt/ingot/lib/*"))
                .isEmpty();
        for (String master : new String[] {STANDALONE, "k8s://there"}) {
            assertThat(properties(master, "", "spark.send-code", "false")).isEmpty();
        }
    }

    private Map<String, String> properties(String master, String conf, String... more) {
        Map<String, String> stated = new TreeMap<>(Map.of("spark.master", master, "spark.conf", conf));
        for (int i = 0; i < more.length; i += 2) {
            stated.put(more[i], more[i + 1]);
        }
        return new ClusterCode(Settings.of(Path.of("state"), stated)).properties(scratch);
    }
}

package dev.ingot.spark.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.spark.SparkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SparkHealthTest {
    @Test
    void aMasterThatIsGoneIsToldAtOnce() throws Exception {
        int port;
        try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = master.getLocalPort();
        }
        for (String master : List.of("spark://127.0.0.1:" + port, "k8s://http://127.0.0.1:" + port)) {
            assertThat(look(master).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.UNREACHABLE_SPARK);
                assertThat(problem.what()).isEqualTo("No Spark master answers at " + master);
            });
        }
    }

    @Test
    void sparkInTheProcessNeedsNobodyAndTellsItsVersions() throws Exception {
        assertThat(look("local[2]").detail()).matches("Spark 4\\S*, Delta 4\\S*, master local\\[2]");
    }

    @Test
    void theAddressesOfEachKindOfMasterAreFound() {
        assertThat(addresses("spark://127.0.0.1:1,127.0.0.2:2")).containsExactly("127.0.0.1:1", "127.0.0.2:2");
        assertThat(addresses("k8s://https://127.0.0.1:6443")).containsExactly("127.0.0.1:6443");
        assertThat(addresses("k8s://127.0.0.1")).containsExactly("127.0.0.1:443");
        assertThat(addresses("k8s://http://127.0.0.1/path")).containsExactly("127.0.0.1:80");
        assertThat(addresses("yarn")).isEmpty();
    }

    @Test
    void aStatedPortThatSomebodyHasIsTold() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String conf = "spark.driver.port=" + other.getLocalPort();
            Settings taken = Settings.of(Path.of("state"), Map.of("spark.conf", conf));
            assertThat(new SparkPorts(taken).look().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.PORT_IN_USE);
                assertThat(problem.what()).contains("spark.driver.port", Integer.toString(other.getLocalPort()));
            });
        }
        Settings free = Settings.of(Path.of("state"), Map.of("spark.conf", "spark.ui.port=0"));
        assertThat(new SparkPorts(free).look().problems()).isEmpty();
    }

    private static List<String> addresses(String master) {
        return SparkHealth.addresses(SparkSettings.MASTER.parse(master)).stream()
                .map(address -> address.getHostString() + ":" + address.getPort())
                .toList();
    }

    private static Health look(String master) throws Exception {
        return new SparkHealth(Settings.of(Path.of("."), Map.of("spark.master", master))).look();
    }
}

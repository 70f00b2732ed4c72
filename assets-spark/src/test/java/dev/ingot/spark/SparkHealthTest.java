package dev.ingot.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SparkHealthTest {
    @Test
    void aMasterThatListensIsGoodAndOneThatIsGoneIsUnreachable() throws IOException {
        int port;
        try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = master.getLocalPort();
            assertThat(look("spark://127.0.0.1:" + port).problems()).isEmpty();
        }
        assertThat(look("spark://127.0.0.1:" + port).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNREACHABLE_SPARK));
    }

    @Test
    void sparkInTheProcessNeedsNobodyAndTellsItsVersions() {
        assertThat(look("local[2]").detail()).matches("Spark 4\\S*, Delta 4\\S*, master local\\[2]");
    }

    @Test
    void theAddressesOfEachKindOfMasterAreFound() {
        assertThat(SparkHealth.addresses("spark://127.0.0.1:1,127.0.0.2:2")).hasSize(2);
        assertThat(SparkHealth.addresses("k8s://https://127.0.0.1:6443")).hasSize(1);
        assertThat(SparkHealth.addresses("yarn")).isEmpty();
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

    private static Health look(String master) {
        return new SparkHealth(Settings.of(Path.of("."), Map.of("spark.master", master))).look();
    }
}

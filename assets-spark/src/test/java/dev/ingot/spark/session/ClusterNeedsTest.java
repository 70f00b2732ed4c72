package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterNeedsTest {
    @Test
    void whatIsMissingIsToldBeforeSparkStarts() {
        assertMissing("yarn", "This distribution cannot start Spark on YARN", "spark-submit");
        assertMissing("own://there", "Spark does not understand the master own://there", "local[N]");
        assertMissing("k8s://https://there", "Kubernetes needs an image", "spark.kubernetes.container.image=");
    }

    @Test
    void whatIsStatedIsEnough() {
        for (String master : new String[] {"local[2]", "spark://there:7077"}) {
            assertThatCode(() -> needs(master, "").ensure()).doesNotThrowAnyException();
        }
        for (String image :
                new String[] {"spark.kubernetes.container.image", "spark.kubernetes.executor.container.image"}) {
            assertThatCode(() -> needs("k8s://there", image + "=mine:1").ensure())
                    .doesNotThrowAnyException();
        }
    }

    private static void assertMissing(String master, String what, String help) {
        assertThatThrownBy(() -> needs(master, "").ensure())
                .hasMessageContaining(what)
                .isInstanceOfSatisfying(IngotException.class, missing -> {
                    assertThat(missing.diagnostic().code()).isEqualTo(ErrorCode.INVALID_SETTING);
                    assertThat(missing.diagnostic().help()).anyMatch(line -> line.contains(help));
                });
    }

    private static ClusterNeeds needs(String master, String conf) {
        return new ClusterNeeds(Settings.of(Path.of("state"), Map.of("spark.master", master, "spark.conf", conf)));
    }
}

package dev.ingot.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
    @Test
    void everyKeyAndItsDefault() {
        assertThat(SparkSettings.all().stream().collect(Collectors.toMap(Setting::name, Setting::defaultText)))
                .isEqualTo(Map.of(
                        "spark.master", "local[*]",
                        "spark.shuffle-partitions", "8",
                        "spark.conf", "",
                        "spark.send-code", "true",
                        "spark.log-level", "warn",
                        "lake.dir", "",
                        "pool.spark", "4"));
    }

    @Test
    void aMasterThatSparkDoesNotKnowIsRefused() {
        for (String known : List.of(
                "local",
                "local[2]",
                "local[*]",
                "local[*, 3]",
                "yarn",
                "spark://a:1,b:2",
                "k8s://https://a",
                "own://x")) {
            assertThat(SparkSettings.MASTER.parse(known).url()).isEqualTo(known);
        }
        for (String unknown :
                List.of("", "local[", "local[0]", "local[two]", "yarn-client", "spark:7077", "spark://", "here")) {
            assertThatThrownBy(() -> SparkSettings.MASTER.parse(unknown))
                    .isInstanceOfSatisfying(
                            IngotException.class,
                            refused -> assertThat(refused.diagnostic().code()).isEqualTo(ErrorCode.INVALID_SETTING))
                    .hasMessageContaining("Spark knows no such master");
        }
        assertThatThrownBy(() -> SparkSettings.MASTER.parse("yran")).hasMessageContaining("did you mean yarn?");
    }

    @Test
    void furtherPropertiesAreReadFromOneText() {
        assertThat(SparkSettings.CONF.parse("spark.a=1; spark.b = x=y ;"))
                .isEqualTo(Map.of("spark.a", "1", "spark.b", "x=y"));
        assertThatThrownBy(() -> SparkSettings.CONF.parse("spark.a"))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("'spark.a' is not name=value");
    }

    @Test
    void theLakeIsUnderTheStateFolderUnlessItIsPlaced() {
        Path state = Path.of("/state");
        assertThat(SparkSettings.lake(Settings.of(state, Map.of()))).isEqualTo(Path.of("/state/lake"));
        assertThat(SparkSettings.lake(Settings.of(state, Map.of("lake.dir", "/other/../lake"))))
                .isEqualTo(Path.of("/lake"));
    }
}

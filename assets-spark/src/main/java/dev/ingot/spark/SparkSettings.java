package dev.ingot.spark;

import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every setting of this module. */
public final class SparkSettings {
    /** {@code spark.master} */
    public static final Setting<SparkMaster> MASTER = new Setting<>(
            "spark.master",
            "local[*]",
            false,
            "Where Spark runs: local[N] in this process, or the cluster spark://HOST:PORT, k8s://HOST:PORT or yarn.",
            SparkMaster::of);

    /** {@code spark.shuffle-partitions} */
    public static final Setting<Integer> SHUFFLE_PARTITIONS = Setting.number(
            "spark.shuffle-partitions",
            8,
            1,
            100_000,
            "Into how many parts a shuffle splits; small ones are joined again.");

    /** {@code spark.conf} */
    public static final Setting<Map<String, String>> CONF = new Setting<>(
            "spark.conf",
            "",
            false,
            "Further properties for Spark: name=value, several separated by semicolons.",
            SparkSettings::properties);

    /** {@code spark.send-code} */
    public static final Setting<Boolean> SEND_CODE = Setting.flag(
            "spark.send-code",
            true,
            "Whether the executors of a cluster are sent Ingot's code; false where the workers run Ingot's image.");

    /** {@code spark.log-level} */
    public static final Setting<String> LOG_LEVEL =
            Setting.text("spark.log-level", "warn", "What Spark writes to its log file: error, warn, info or debug.");

    /** {@code lake.dir} */
    public static final Setting<String> LAKE = Setting.text(
            "lake.dir", "", "The folder of the Delta tables; when empty, lake in the store of landed files.");

    /** {@code pool.spark} */
    public static final Setting<Integer> POOL = ProjectSettings.pool("spark", 4);

    private SparkSettings() {}

    /** All of them, for lists of settings. */
    public static List<Setting<?>> all() {
        return List.of(MASTER, SHUFFLE_PARTITIONS, CONF, SEND_CODE, LOG_LEVEL, LAKE, POOL);
    }

    /** Whether somebody says what a property of Spark is to be: in {@code spark.conf}, or to this JVM. */
    public static boolean isStated(Settings settings, String property) {
        return settings.get(CONF).containsKey(property) || System.getProperty(property) != null;
    }

    /** The folder of the tables where they are kept on the local disk. */
    public static Path lake(Settings settings) {
        String stated = settings.get(LAKE);
        Path lake = stated.isEmpty() ? settings.state().resolve("lake") : Path.of(stated);
        return lake.toAbsolutePath().normalize();
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String pair : text.split(";", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + pair.strip() + "' is not name=value");
            }
            properties.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return properties;
    }
}

package dev.ingot.spark;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of Spark and Delta, and whether the master can be reached. Starts no session. */
final class SparkHealth implements HealthCheck {
    private static final Pattern STANDALONE = Pattern.compile("([^/,:]+):([0-9]+)");
    private static final Pattern KUBERNETES = Pattern.compile("k8s://(?:https?://)?([^/,:]+):([0-9]+).*");
    private static final int PATIENCE_MILLIS = 5_000;

    private final Settings settings;

    SparkHealth(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public ErrorCode failure() {
        return ErrorCode.UNREACHABLE_SPARK;
    }

    @Override
    public Health look() {
        String master = settings.get(SparkSettings.MASTER);
        String detail = "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION() + ", Delta "
                + io.delta.package$.MODULE$.VERSION() + ", master " + master;
        List<InetSocketAddress> addresses = addresses(master);
        if (addresses.isEmpty() || addresses.stream().anyMatch(SparkHealth::answers)) {
            return Health.good(detail);
        }
        return Health.bad(
                detail,
                Diagnostic.of(ErrorCode.UNREACHABLE_SPARK, "No Spark master answers at " + master)
                        .help("start the development stack: make up")
                        .help("or run Spark in this process: --set spark.master=local[*]"));
    }

    /** Where the masters listen; none for Spark in this process, and for those that their own configuration finds. */
    static List<InetSocketAddress> addresses(String master) {
        Matcher matcher = master.startsWith("spark://")
                ? STANDALONE.matcher(master.substring("spark://".length()))
                : KUBERNETES.matcher(master);
        List<InetSocketAddress> addresses = new ArrayList<>();
        if (master.startsWith("spark://") || master.startsWith("k8s://")) {
            while (matcher.find()) {
                addresses.add(new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2))));
            }
        }
        return addresses;
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

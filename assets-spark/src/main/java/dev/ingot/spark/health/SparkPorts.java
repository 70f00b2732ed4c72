package dev.ingot.spark.health;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.spark.SparkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether this process can listen: on any free port of this machine, as the embedded server and Spark do, and on those that
 * {@code spark.conf} states for the executors of a cluster.
 */
public final class SparkPorts implements HealthCheck {
    private static final List<String> STATED =
            List.of("spark.driver.port", "spark.blockManager.port", "spark.driver.blockManager.port", "spark.ui.port");

    private final Settings settings;

    public SparkPorts(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public ErrorCode failure() {
        return ErrorCode.PORT_IN_USE;
    }

    @Override
    public Health look() {
        Map<String, String> conf = settings.get(SparkSettings.CONF);
        List<String> good = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        if (listens(0)) {
            good.add("any free one of 127.0.0.1");
        } else {
            problems.add(Diagnostic.of(ErrorCode.PORT_IN_USE, "Nothing can listen on 127.0.0.1")
                    .help("allow this process to open ports of the loopback address"));
        }
        for (String name : STATED) {
            String port = conf.getOrDefault(name, "0");
            if (!port.matches("[1-9][0-9]{0,4}")) {
                continue;
            }
            if (listens(Integer.parseInt(port))) {
                good.add(port);
            } else {
                problems.add(Diagnostic.of(
                                ErrorCode.PORT_IN_USE, "Port " + port + ", the " + name + " of spark.conf, is in use")
                        .help("see who has it: ss -ltnp sport = :" + port)
                        .help("or state another " + name + " in spark.conf"));
            }
        }
        return new Health(problems.isEmpty() ? String.join(", ", good) : "not all can be listened on", problems);
    }

    private static boolean listens(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}

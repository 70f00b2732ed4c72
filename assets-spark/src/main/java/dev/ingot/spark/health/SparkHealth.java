package dev.ingot.spark.health;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.spark.MasterErrors;
import dev.ingot.spark.SparkMaster;
import dev.ingot.spark.SparkSettings;
import dev.ingot.spark.session.ClusterProbe;
import dev.ingot.spark.session.ExecutorFacts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of Spark and Delta, whether the master can be reached and, where that is a cluster's, whether executors run a
 * task, and which versions they are. Only for that a session is started.
 */
public final class SparkHealth implements HealthCheck {
    private static final Pattern STANDALONE = Pattern.compile("([^/,:]+):([0-9]+)");
    private static final int CONNECTING_MILLIS = 5_000;
    /** With the start of a session, which takes some seconds; less than doctor's own. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Settings settings;
    private final Duration patience;

    public SparkHealth(Settings settings) {
        this(settings, PATIENCE);
    }

    /** @param patience with a cluster, from the start of the session to its answer */
    public SparkHealth(Settings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
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
    public Health look() throws Exception {
        SparkMaster master = settings.get(SparkSettings.MASTER);
        ExecutorFacts ours = ExecutorFacts.here();
        String detail =
                "Spark " + ours.spark() + ", Delta " + io.delta.package$.MODULE$.VERSION() + ", master " + master;
        if (master.isLocal()) {
            return Health.good(detail);
        }
        try {
            List<InetSocketAddress> addresses = addresses(master);
            if (!addresses.isEmpty() && addresses.stream().noneMatch(SparkHealth::answers)) {
                return Health.bad(detail, MasterErrors.silent(master));
            }
            Set<ExecutorFacts> executors = new ClusterProbe(settings).ask(patience);
            return executors.isEmpty()
                    ? Health.bad(detail, MasterErrors.noExecutor(master, patience))
                    : new ExecutorHealth(ours, executors).of(detail);
        } catch (IngotException | InterruptedException told) {
            throw told;
        } catch (ExecutionException e) {
            return Health.bad(detail, ExecutorHealth.failure(master, ours.spark(), e));
        } catch (Exception e) {
            return Health.bad(detail, MasterErrors.notStarted(master, e));
        }
    }

    /** Where the masters listen; none for Spark in this process, and for those that their own configuration finds. */
    static List<InetSocketAddress> addresses(SparkMaster master) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        if (master.isKubernetes()) {
            URI server =
                    URI.create(master.url().substring("k8s://".length()).replaceFirst("^(?!https?://)", "https://"));
            int usual = server.getScheme().equals("http") ? 80 : 443;
            addresses.add(new InetSocketAddress(server.getHost(), server.getPort() < 0 ? usual : server.getPort()));
        } else if (master.isStandalone()) {
            Matcher one = STANDALONE.matcher(master.url().substring("spark://".length()));
            while (one.find()) {
                addresses.add(new InetSocketAddress(one.group(1), Integer.parseInt(one.group(2))));
            }
        }
        return addresses;
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECTING_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

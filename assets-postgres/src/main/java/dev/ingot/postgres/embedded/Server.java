package dev.ingot.postgres.embedded;

import dev.ingot.postgres.database.ConnectionSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of one folder. Everything but {@link #connection} is called behind the {@link Door}. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    // Long enough to replay the log after a crash in the middle of a large load.
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration LIMIT = START.plusSeconds(10);
    private static final Duration LEFTOVERS = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int PORTS_TO_TRY = 5;

    private final StateFolder folder;
    private final Binaries binaries;

    Server(StateFolder folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    /** Attaches to the running server, or starts it; answers its port. */
    int ensureRunning(OptionalInt wanted) {
        try {
            Optional<PostmasterFile> running = running();
            if (running.isPresent()) {
                return running.get().port();
            }
            ServerUser user = ServerUser.choose(folder, binaries);
            new Cluster(folder, binaries, user).ensure();
            return start(user, wanted);
        } catch (IOException failure) {
            throw ServerFailures.folder(folder.root(), failure);
        }
    }

    ConnectionSettings connection(int port) {
        String url = "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + Cluster.NAME;
        return new ConnectionSettings(url, Cluster.NAME, PasswordFile.read(folder.password()));
    }

    /** Ends all connections and stops the server, if it runs. */
    void stop() {
        try {
            Optional<PostmasterFile> running = PostmasterFile.in(folder.data()).filter(PostmasterFile::alive);
            if (running.isEmpty()) {
                return;
            }
            ServerUser user = ServerUser.choose(folder, binaries);
            Program.Outcome outcome = stop(user, running.get(), "fast");
            if (!outcome.ok()) {
                // Loses nothing: the next start replays the log.
                outcome = stop(user, running.get(), "immediate");
            }
            if (!outcome.ok()) {
                throw ServerFailures.stop(folder, outcome.output());
            }
            LOG.info("Stopped the embedded PostgreSQL in {}", folder.root());
        } catch (IOException failure) {
            throw ServerFailures.folder(folder.root(), failure);
        }
    }

    /** The server that runs and answers; waits for one that somebody's death left starting or stopping. */
    private Optional<PostmasterFile> running() {
        Patience patience = Patience.of(START);
        while (patience.lasts()) {
            Optional<PostmasterFile> file = PostmasterFile.in(folder.data());
            if (file.isEmpty()) {
                return file;
            }
            if (!file.get().alive()) {
                file.get().disown();
                return Optional.empty();
            }
            if (file.get().ready() && Ports.answers(file.get().port())) {
                return file;
            }
            patience.pause(STEP);
        }
        throw ServerFailures.busy(folder);
    }

    private int start(ServerUser user, OptionalInt wanted) throws IOException {
        Patience leftovers = Patience.of(LEFTOVERS);
        int portsTried = 0;
        while (true) {
            int port = port(wanted);
            ServerLog log = ServerLog.begin(folder.log());
            Program.Outcome outcome = control(
                    user,
                    this::isReady,
                    List.of("start", "-l", folder.log().toString(), "-t", seconds(START), "-o", options(port)));
            if (outcome.ok()) {
                Ports.remember(folder.port(), port);
                LOG.info("Started the embedded PostgreSQL {} in {}, port {}", binaries.version(), folder.root(), port);
                return port;
            }
            boolean childrenOfTheDead = log.says("pre-existing shared memory block") && leftovers.lasts();
            boolean lostThePort = log.says("could not bind") && wanted.isEmpty() && ++portsTried < PORTS_TO_TRY;
            if (!childrenOfTheDead && !lostThePort) {
                throw ServerFailures.start(folder, log.tail(), outcome.output());
            }
            leftovers.pause(STEP);
        }
    }

    private int port(OptionalInt wanted) throws IOException {
        if (wanted.isPresent() && !Ports.isFree(wanted.getAsInt())) {
            throw ServerFailures.portInUse(wanted.getAsInt());
        }
        return wanted.isPresent() ? wanted.getAsInt() : Ports.choose(folder.port());
    }

    /** No blanks inside of a value: {@code pg_ctl} hands them to a shell. */
    private static String options(int port) {
        return String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=" + Ports.LOOPBACK,
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c max_connections=60",
                "-c max_wal_size=2GB",
                "-c timezone=UTC");
    }

    private Program.Outcome stop(ServerUser user, PostmasterFile running, String mode) throws IOException {
        return control(user, () -> !running.alive(), List.of("stop", "-m", mode, "-t", seconds(STOP)));
    }

    private boolean isReady() {
        return PostmasterFile.in(folder.data())
                .filter(file -> file.ready() && file.alive())
                .isPresent();
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    /**
     * {@code pg_ctl}, which gives the server a session of its own, so that Ctrl-C does not reach it. It looks ten times a second
     * whether it is done.
     */
    private Program.Outcome control(ServerUser user, BooleanSupplier done, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.program("pg_ctl").toString());
        command.addAll(words);
        command.addAll(List.of("-w", "-D", folder.data().toString()));
        return Program.runUntil(folder.root(), LIMIT, user.command(command), done);
    }
}

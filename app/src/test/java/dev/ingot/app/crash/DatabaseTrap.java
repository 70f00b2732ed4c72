package dev.ingot.app.crash;

import dev.ingot.app.ChildProcess;
import dev.ingot.core.error.ExitCode;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The moment in which the process has the database do something for the n-th time: a trigger lets it wait there, for a lock that
 * the trap holds, until it is dead. So the process dies exactly there, however slow the machine is.
 */
final class DatabaseTrap implements Trap {
    /** What a dying process leaves to the server. */
    enum Aftermath {
        /** The server notices at once: the statement is undone. */
        LOST,
        /** The server notices late: the statement comes through, though nobody waits for it any more. */
        KEPT,
        /** It is the server that dies. The process has to notice, and to tell so. */
        SERVER
    }

    private static final String LOCK = "1667785075, 1";
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final EmbeddedPostgres server;
    private final Path state;
    private final Handle handle;
    private final Aftermath aftermath;

    private DatabaseTrap(Path state, Aftermath aftermath) {
        this.state = state;
        this.aftermath = aftermath;
        server = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(state));
        migrate(server.connection());
        handle = open(server.connection());
    }

    /** In a new state folder there is nothing yet to be stopped at. */
    private static void migrate(ConnectionSettings settings) {
        try (Database database = new Database(() -> PostgresServer.external(settings))) {
            database.query(any -> any.execute("SELECT 1"));
        }
    }

    static Handle open(ConnectionSettings settings) {
        return Jdbi.open(settings.url(), settings.user(), settings.password().value());
    }

    /** Sets it: starts the server, which goes on until the trap is closed. */
    static DatabaseTrap set(Path state, Place place, long n, Aftermath aftermath) throws Exception {
        DatabaseTrap trap = new DatabaseTrap(state, aftermath);
        trap.run(sql());
        trap.handle.execute("INSERT INTO chaos.stop VALUES (?, ?)", place.text(), n);
        trap.handle.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        return trap;
    }

    /** By the driver's own reading of where each statement ends. */
    private void run(String sql) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        }
    }

    private static String sql() throws IOException {
        try (InputStream in = DatabaseTrap.class.getResourceAsStream("traps.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How often a place was passed since the trap was set. */
    long passed(Place place) {
        return handle.select("SELECT coalesce(pg_sequence_last_value(?::regclass), 0)", "chaos." + place.text())
                .mapTo(long.class)
                .one();
    }

    @Override
    public boolean springs(ChildProcess child) {
        while (waiting().isEmpty()) {
            if (child.hasEnded()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    private List<Integer> waiting() {
        return handle.select("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND (classid, objid) = (" + LOCK + ")")
                .mapTo(int.class)
                .list();
    }

    @Override
    public void strike(ChildProcess child) throws Exception {
        if (aftermath == Aftermath.SERVER) {
            killServer();
            child.ends();
            return;
        }
        child.kill();
        if (aftermath == Aftermath.LOST) {
            waiting().forEach(pid -> handle.execute("SELECT pg_terminate_backend(?)", pid));
        }
        handle.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        awaitSilence();
    }

    /** A lost server is a service that cannot be reached. */
    @Override
    public int status() {
        return aftermath == Aftermath.SERVER ? ExitCode.UNREACHABLE.status() : KILLED;
    }

    private void killServer() throws Exception {
        List<String> file = Files.readAllLines(state.resolve("postgres/data/postmaster.pid"));
        long pid = Long.parseLong(file.get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
        postmaster.onExit().get(1, TimeUnit.MINUTES);
    }

    /** Until the server has noticed the death of whoever was connected: what it still does is part of what the dead did. */
    private void awaitSilence() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        String others = "SELECT count(*) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
        while (handle.select(others).mapTo(int.class).one() > 0) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the server does not notice that its clients are dead");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        try (EmbeddedPostgres closing = server) {
            handle.close();
        } catch (CloseException itDied) {
            // It was to.
        }
    }
}

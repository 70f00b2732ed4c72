package dev.ingot.postgres.embedded;

import dev.ingot.core.error.IngotException;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.PostgresServer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command's hold on the embedded server: the server runs as long as anybody has one of these open.
 *
 * <p>Opening starts the server or attaches to the running one, and recovers it where it or its users crashed; the
 * last one to close stops it. Holders may be in one process or in several, and may die at any moment. Thread-safe.
 */
public final class EmbeddedPostgres implements PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final StateFolder folder;
    private final Server server;
    private final ConnectionSettings connection;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(StateFolder folder, Server server, ConnectionSettings connection) {
        this.folder = folder;
        this.server = server;
        this.connection = connection;
    }

    /**
     * Makes sure that the server runs, and holds it. The first time unpacks the binaries and creates the database.
     *
     * @throws IngotException when there is no server for this platform, the port is taken, the data folder belongs
     *     to another major version, or the server does not start
     */
    public static EmbeddedPostgres open(EmbeddedPostgresSettings settings) {
        StateFolder folder = StateFolder.in(settings.home());
        Server server = new Server(folder, Binaries.unpackedIn(folder));
        return Door.behind(folder, () -> {
            Tenancy.enter(folder);
            try {
                int port = server.ensureRunning(settings.port());
                return new EmbeddedPostgres(folder, server, server.connection(port));
            } catch (RuntimeException failure) {
                leave(folder, server, failure);
                throw failure;
            }
        });
    }

    /** How to connect to the server; valid as long as this is open. */
    @Override
    public ConnectionSettings connection() {
        return connection;
    }

    /**
     * Gives up this hold, and stops the server if it was the last one. Never throws: a server that cannot be stopped
     * now is taken over, and stopped, by the next command.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        // An interrupted thread cannot read files, but must still stop the server.
        boolean interrupted = Thread.interrupted();
        try {
            Door.behind(folder, () -> {
                stopIfLast(folder, server);
                return closed;
            });
        } catch (RuntimeException failure) {
            LOG.warn("The embedded PostgreSQL in {} was left running: {}", folder.root(), failure.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void leave(StateFolder folder, Server server, RuntimeException failure) {
        try {
            stopIfLast(folder, server);
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private static void stopIfLast(StateFolder folder, Server server) {
        if (Tenancy.leave(folder)) {
            server.stop();
        }
    }
}

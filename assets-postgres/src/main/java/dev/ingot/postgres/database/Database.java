package dev.ingot.postgres.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ingot.core.error.IngotException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The database, reached at the first use, or when {@linkplain #openAhead it is certain that there will be one}: until then no server
 * is started and nothing connects. Whoever uses it first brings Ingot's own schema up to date. Thread-safe.
 *
 * <p>All methods throw {@link IngotException} with code {@code unreachable-database} when a connection cannot be had or
 * is lost, and with code {@code newer-format} when a newer Ingot has migrated the schema.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int POOL_MILLIS = 15_000;
    private static final String PURPOSE = "ingot";

    private final Supplier<? extends PostgresServer> servers;
    private @Nullable Open open;
    /** Of what was tried ahead, for the first use. */
    private @Nullable RuntimeException failure;

    private boolean closed;

    /** @param servers starts or finds the server; called once, by the first use */
    public Database(Supplier<? extends PostgresServer> servers) {
        this.servers = servers;
    }

    private record Open(PostgresServer server, HikariDataSource pool, Jdbi jdbi) {}

    /**
     * Begins to open it in a thread of its own, so that it is ready when whoever is certain to use it comes to do so. What fails is
     * told by the first use.
     */
    public void openAhead() {
        Thread ahead = new Thread(this::tryToOpen, "ingot-database");
        ahead.setDaemon(true);
        ahead.start();
    }

    private synchronized void tryToOpen() {
        if (closed) {
            return;
        }
        try {
            open();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Runs statements, each on its own. */
    public <T> T query(HandleCallback<T, RuntimeException> statements) {
        Open database = open();
        return translated(database.server(), () -> database.jdbi().withHandle(statements));
    }

    /** Runs statements, all or none. */
    public <T> T inTransaction(HandleCallback<T, RuntimeException> statements) {
        Open database = open();
        return translated(database.server(), () -> database.jdbi().inTransaction(statements));
    }

    /** How to connect; for those who need connections of their own. */
    public ConnectionSettings connection() {
        return open().server().connection();
    }

    /**
     * A connection outside of the pool, for short statements. The caller closes it.
     *
     * @param purpose what the server shows its administrator
     */
    public Connection dedicated(String purpose) {
        PostgresServer server = open().server();
        return translated(
                server, () -> Connections.forState(server.connection(), purpose).getConnection());
    }

    /** Brings other schemas up to date, or refuses before it touches any of them. */
    public void migrate(Collection<SchemaMigrations> schemas) {
        Open database = open();
        translated(database.server(), () -> {
            try (Connection connection = database.pool().getConnection()) {
                new Migrator(database.server().connection()).migrate(connection, schemas);
                return schemas;
            }
        });
    }

    /** Runs statements on a connection that was had from here; its failures are told like those of all others. */
    public <T> T translated(Callable<T> statements) {
        return translated(open().server(), statements);
    }

    /** Ends all connections and gives the server up. Idempotent; an unused database stays untouched. */
    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.pool().close();
            open.server().close();
            open = null;
        }
    }

    private synchronized Open open() {
        if (failure != null) {
            RuntimeException once = failure;
            failure = null;
            throw once;
        }
        if (open == null) {
            PostgresServer server = servers.get();
            try {
                open = translated(server, () -> open(server));
            } catch (RuntimeException failure) {
                server.close();
                throw failure;
            }
        }
        return open;
    }

    private static Open open(PostgresServer server) throws SQLException {
        ConnectionSettings settings = server.connection();
        HikariConfig config = new HikariConfig();
        config.setDataSource(Connections.forState(settings, PURPOSE));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_MILLIS);
        config.setPoolName(PURPOSE);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection()) {
            new Migrator(settings).migrate(connection, List.of(SchemaMigrations.INGOT));
            return new Open(server, pool, Jdbi.create(pool));
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static <T> T translated(PostgresServer server, Callable<T> action) {
        try {
            return action.call();
        } catch (Exception failure) {
            Optional<IngotException> told = DatabaseFailures.of(server.connection(), failure);
            if (told.isPresent()) {
                throw told.get();
            }
            throw failure instanceof RuntimeException broken ? broken : new IllegalStateException(failure);
        }
    }
}

package dev.ingot.postgres.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections that never hang for ever. */
public final class Connections {
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;

    // The server drops the locks of a machine that vanished after 10 + 3 * 5 = 25 seconds, not after two hours.
    private static final String KEEP_ALIVE =
            "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    // Statements of the run store and the ledger are the same over and over, on a few rows that an index finds.
    private static final String PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan";

    private Connections() {}

    /** A connection for loads and queries that may take hours; a server that is gone is noticed all the same. */
    public static Connection forWork(ConnectionSettings settings, String purpose) throws SQLException {
        return source(settings, purpose).getConnection();
    }

    /** Connections for short statements: one that takes a minute counts as lost. */
    static DataSource forState(ConnectionSettings settings, String purpose) throws SQLException {
        PGSimpleDataSource source = source(settings, purpose);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setOptions(KEEP_ALIVE + " " + PLANNED_ONCE);
        return source;
    }

    private static PGSimpleDataSource source(ConnectionSettings settings, String purpose) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(settings.url());
        } catch (IllegalArgumentException failure) {
            throw new SQLException("not the URL of a PostgreSQL database: " + settings.url(), "08001", failure);
        }
        source.setUser(settings.user());
        source.setPassword(settings.password().value());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName(purpose);
        source.setOptions(KEEP_ALIVE);
        return source;
    }
}

package dev.ingot.postgres.database;

/** A server that can be connected to until this is closed. */
public interface PostgresServer extends AutoCloseable {
    ConnectionSettings connection();

    /** Gives the server up; never throws. Idempotent. */
    @Override
    void close();

    /** A server that somebody else runs. */
    static PostgresServer external(ConnectionSettings connection) {
        return new PostgresServer() {
            @Override
            public ConnectionSettings connection() {
                return connection;
            }

            @Override
            public void close() {}
        };
    }
}

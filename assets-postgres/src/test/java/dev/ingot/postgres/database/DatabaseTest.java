package dev.ingot.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class DatabaseTest {
    private static final SchemaMigrations SHOP = new SchemaMigrations("shop", "db/shop");

    @Test
    void startsNothingBeforeItsFirstUse(ConnectionSettings settings) {
        AtomicInteger starts = new AtomicInteger();
        try (Database database = new Database(() -> {
            starts.incrementAndGet();
            return PostgresServer.external(settings);
        })) {
            assertThat(starts).hasValue(0);
            assertThat(count(database, "SELECT 1")).isEqualTo(1);
            assertThat(count(database, "SELECT 2")).isEqualTo(2);
        }
        assertThat(starts).hasValue(1);
    }

    @Test
    void opensOnceWhoeverIsFirst(ConnectionSettings settings) {
        AtomicInteger starts = new AtomicInteger();
        try (Database database = new Database(() -> {
            starts.incrementAndGet();
            return PostgresServer.external(settings);
        })) {
            database.openAhead();
            assertThat(count(database, "SELECT 1")).isEqualTo(1);
        }
        assertThat(starts).hasValue(1);
    }

    @Test
    void whatFailedAheadIsToldOnce(ConnectionSettings settings) {
        AtomicInteger starts = new AtomicInteger();
        try (Database database = new Database(() -> {
            if (starts.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return PostgresServer.external(settings);
        })) {
            database.openAhead();
            while (starts.get() == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> count(database, "SELECT 1")).hasMessage("not yet");
            assertThat(count(database, "SELECT 1")).isEqualTo(1);
        }
        assertThat(starts).hasValue(2);
    }

    @Test
    void bringsItsOwnSchemaOnceAndOthersWhenAsked(ConnectionSettings settings) {
        try (Database database = open(settings)) {
            assertThat(count(database, "SELECT count(*) FROM ingot.run")).isZero();
            assertThat(count(database, "SELECT count(*) FROM pg_namespace WHERE nspname = 'shop'"))
                    .isZero();
            database.migrate(List.of(SHOP));
            database.migrate(List.of(SHOP));
            assertThat(count(database, "SELECT count(*) FROM shop.customer")).isZero();
        }
        try (Database again = open(settings)) {
            assertThat(count(again, "SELECT count(*) FROM ingot.flyway_schema_history WHERE version IS NOT NULL"))
                    .isEqualTo(MigrationFiles.versions(SchemaMigrations.INGOT).size());
        }
    }

    @Test
    void refusesSchemaOfNewerIngotBeforeItTouchesAnything(ConnectionSettings settings) throws SQLException {
        try (Connection old = Connections.forWork(settings, "test")) {
            old.createStatement().execute("CREATE SCHEMA ingot");
            old.createStatement()
                    .execute(
                            "CREATE TABLE ingot.flyway_schema_history AS SELECT '29990101.0000' AS version, true AS success");
        }
        try (Database database = open(settings)) {
            assertThatThrownBy(() -> count(database, "SELECT 1"))
                    .hasMessageContaining("newer Ingot")
                    .hasMessageContaining("29990101.0000")
                    .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.NEWER_FORMAT));
        }
        try (Connection after = Connections.forWork(settings, "test")) {
            var rows =
                    after.createStatement().executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'ingot'");
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void tellsThatNobodyListens(ConnectionSettings settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        ConnectionSettings nowhere = new ConnectionSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/ingot", settings.user(), settings.password());
        try (Database database = open(nowhere)) {
            assertThatThrownBy(() -> count(database, "SELECT 1"))
                    .hasMessageContaining("cannot be reached")
                    .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.UNREACHABLE_DATABASE));
        }
    }

    @Test
    void tellsThatThePasswordIsWrong(ConnectionSettings settings) {
        ConnectionSettings wrong = new ConnectionSettings(settings.url(), settings.user(), new Password("guess"));
        try (Database database = open(wrong)) {
            assertThatThrownBy(() -> count(database, "SELECT 1"))
                    .hasMessageContaining("password authentication failed")
                    .hasMessageNotContaining("guess")
                    .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.UNREACHABLE_DATABASE));
        }
    }

    @Test
    void tellsThatTheConnectionWasLost(ConnectionSettings settings) {
        try (Database database = open(settings)) {
            assertThatThrownBy(() -> database.query(handle -> {
                        handle.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                        return 0;
                    }))
                    .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.UNREACHABLE_DATABASE));
            assertThat(count(database, "SELECT 3"))
                    .as("the next one is had anew")
                    .isEqualTo(3);
        }
    }

    @Test
    void leavesBrokenSqlToTheDeveloper(ConnectionSettings settings) {
        try (Database database = open(settings)) {
            assertThatThrownBy(() -> count(database, "SELEC 1")).isNotInstanceOf(IngotException.class);
        }
    }

    private static Database open(ConnectionSettings settings) {
        return new Database(() -> PostgresServer.external(settings));
    }

    private static int count(Database database, String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static ErrorCode code(Throwable failure) {
        return ((IngotException) failure).diagnostic().code();
    }
}

package dev.ingot.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.event.Expected;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Failures;
import dev.ingot.core.run.Run;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Connections;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database of the first release, with rows in it, serves this one. */
@ExtendWith(TestPostgres.class)
class UpgradeTest {
    private static final RunId DONE = new RunId("01JNA000000000000000000001");
    private static final RunId DEAD = new RunId("01JNA000000000000000000002");

    @Test
    void whatTheFirstReleaseWroteIsReadAndGoesOn(ConnectionSettings settings) throws Exception {
        asOfTheFirstRelease(settings);
        try (Database database = new Database(() -> PostgresServer.external(settings))) {
            PostgresRunStore runs = new PostgresRunStore(database);
            assertThat(runs.newest(10)).map(Run::status).containsExactly(RunStatus.DIED, RunStatus.SUCCEEDED);
            Run done = runs.find(DONE).orElseThrow();
            assertThat(done.origin().kind()).isEqualTo(RunKind.MATERIALIZE);
            assertThat(done.origin().retryOf()).isEmpty();
            assertThat(runs.plan(DONE)).isEmpty();
            assertThat(runs.failures()).isEqualTo(Failures.none());
            StepState step = runs.steps(DONE).get(0);
            assertThat(step.status()).isEqualTo(StepStatus.SUCCEEDED);
            assertThat(step.attempt()).isOne();
            assertThat(step.expected()).isEqualTo(Expected.unknown());
            assertThat(step.written()).isEqualTo(new Written(90, 10, 0));
            assertThat(runs.events(DONE)).hasSize(2);

            PostgresLedger ledger = new PostgresLedger(database);
            LedgerEntry entry = ledger.snapshot()
                    .entry(Samples.RATINGS, PartitionKey.of("1996"))
                    .orElseThrow();
            assertThat(entry.slice().bytes()).isZero();
            assertThat(entry.commit().took()).isEqualTo(Duration.ZERO);
            assertThat(ledger.intents()).hasSize(1);
            Materialization old = ledger.history(Samples.RATINGS, 1).get(0);
            assertThat(old.slices()).extracting("rows").containsExactly(90L);
            assertThat(new PostgresDynamicPartitions(database).all()).isEmpty();

            try (var session = runs.resume(DEAD, "ann@host:2")) {
                session.failed(entry.commit().step(), Samples.RATINGS, PartitionSet.of("1997"));
                ledger.record(Samples.materialization(new StepId(DEAD, 1), "1997"));
            }
            assertThat(runs.failures().of(Samples.RATINGS)).isEqualTo(PartitionSet.of("1997"));
            assertThat(ledger.snapshot().entries(Samples.RATINGS))
                    .containsOnlyKeys(PartitionKey.of("1996"), PartitionKey.of("1997"));
        }
    }

    /** Of removals it was once kept only that they had been. */
    @Test
    void whatWasRemovedIsNotBroughtBackByWhoTellsLate(ConnectionSettings settings) throws Exception {
        migrateTo("20261121.1630", settings);
        execute(settings, """
                INSERT INTO ingot.materialization
                    (run_id, step_number, asset, table_version, code_version, at, removed, token)
                VALUES ('01JNA000000000000000000001', 1, 'silver/movielens/ratings', 3, 'code', '2026-11-20 12:00:00Z', '{1996}', 20)
                """);
        try (Database database = new Database(() -> PostgresServer.external(settings))) {
            PostgresLedger ledger = new PostgresLedger(database);
            ledger.record(
                    Samples.materialization(new StepId(DEAD, 1), "1996", "1997").under(10));
            assertThat(ledger.snapshot().entries(Samples.RATINGS)).containsOnlyKeys(PartitionKey.of("1997"));
            ledger.record(Samples.materialization(new StepId(DEAD, 2), "1996").under(30));
            assertThat(ledger.snapshot().entries(Samples.RATINGS))
                    .containsOnlyKeys(PartitionKey.of("1996"), PartitionKey.of("1997"));
        }
    }

    private static void asOfTheFirstRelease(ConnectionSettings settings) throws Exception {
        migrateTo("20261121.0900", settings);
        try (InputStream rows = UpgradeTest.class.getResourceAsStream("first-release.sql")) {
            execute(settings, new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void migrateTo(String version, ConnectionSettings settings) {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password().value())
                .schemas("ingot")
                .locations("classpath:db/ingot")
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(ConnectionSettings settings, String sql) throws SQLException {
        try (Connection connection = Connections.forWork(settings, "test");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

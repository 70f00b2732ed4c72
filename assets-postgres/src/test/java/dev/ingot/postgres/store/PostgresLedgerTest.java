package dev.ingot.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class PostgresLedgerTest {
    private Database database;
    private PostgresLedger ledger;
    private final Run run = Samples.run();

    @BeforeEach
    void connect(ConnectionSettings settings) {
        database = new Database(() -> PostgresServer.external(settings));
        ledger = new PostgresLedger(database);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void knowsTheSameAsTheReference() {
        MemoryLedger reference = new MemoryLedger();
        Materialization first = Samples.materialization(step(1), "1996", "1997", "a b~c/é");
        Materialization second = Samples.materialization(step(2), "1997");
        Materialization third = without(Samples.materialization(step(3), "1999"), "1996");
        for (Materialization done : List.of(first, second, first, third)) {
            ledger.record(done);
            reference.record(done);
        }
        assertThat(ledger.history(Samples.RATINGS, 10))
                .isEqualTo(reference.history(Samples.RATINGS, 10))
                .containsExactly(third, second, first);
        assertThat(ledger.history(Samples.RATINGS, 2)).containsExactly(third, second);
        LedgerSnapshot snapshot = ledger.snapshot();
        assertThat(snapshot.entries(Samples.RATINGS))
                .isEqualTo(reference.snapshot().entries(Samples.RATINGS))
                .containsOnlyKeys(PartitionKey.of("1997"), PartitionKey.of("1999"), PartitionKey.of("a b~c/é"));
    }

    @Test
    void findsTheCommitOfOneStep() {
        Materialization done = Samples.materialization(step(1), "1996");
        assertThat(ledger.find(done.step())).isEmpty();
        ledger.record(done);
        assertThat(ledger.find(done.step())).contains(done);
    }

    @Test
    void keepsIntentsUntilTheirEndIsKnown() {
        Intent second = new Intent(step(2), Samples.RATINGS);
        Intent first = new Intent(step(1), Samples.RATINGS);
        ledger.intend(second);
        ledger.intend(first);
        ledger.intend(first);
        assertThat(ledger.intents()).containsExactly(first, second);
        ledger.record(Samples.materialization(step(1), "1996"));
        assertThat(ledger.intents()).containsExactly(second);
        ledger.abandon(second);
        assertThat(ledger.intents()).isEmpty();
    }

    @Test
    void recordsAllOrNothing() {
        Materialization twice = Samples.materialization(step(1), "1996", "1996");
        assertThatThrownBy(() -> ledger.record(twice)).hasMessageContaining("slice_pkey");
        assertThat(ledger.history(Samples.RATINGS, 10)).isEmpty();
        assertThat(ledger.snapshot().isMaterialized(Samples.RATINGS)).isFalse();
    }

    /** However many slices there are: every step asks what is new. */
    @Test
    void whatIsNewIsFoundByIndexes() {
        ledger.record(Samples.materialization(step(1), "1996"));
        String plan = database.inTransaction(handle -> {
            handle.execute("""
                    INSERT INTO ingot.materialization
                        (run_id, step_number, asset, table_version, code_version, at, removed)
                    SELECT run_id, number, asset, table_version, code_version, at, removed
                    FROM ingot.materialization, generate_series(2, 5000) AS number
                    """);
            handle.execute("""
                    INSERT INTO ingot.slice (materialization_id, partition, position, data_version, rows, rejected, inputs)
                    SELECT materialization_id, '', 0, '', 0, 0, '{}' FROM ingot.materialization
                    WHERE step_number > 1
                    """);
            handle.execute("ANALYZE ingot.materialization, ingot.slice");
            String named = NewsReader.SINCE.replaceFirst("\\?", "\\$1").replaceFirst("\\?", "\\$1");
            handle.execute("PREPARE news (text) AS " + named);
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN EXECUTE news('1:1:')")
                            .mapTo(String.class)
                            .list());
        });
        assertThat(plan).contains("slice_pkey").doesNotContain("Seq Scan");
    }

    @Test
    void whoTellsLateWaitsForARemovalThatIsUnderWay() throws Exception {
        Materialization late = Samples.materialization(step(1), "1996").under(10);
        Materialization removal =
                without(Samples.materialization(step(2), "1997"), "1996").under(20);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> told = database.inTransaction(transaction -> {
                MaterializationWriter.write(transaction, removal);
                Future<?> telling = thread.submit(() -> ledger.record(late));
                while (!telling.isDone() && !isAwaited()) {
                    Thread.onSpinWait();
                }
                return telling;
            });
            told.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(ledger.snapshot().entries(Samples.RATINGS)).containsOnlyKeys(PartitionKey.of("1997"));
        assertThat(ledger.history(Samples.RATINGS, 10)).containsExactlyInAnyOrder(late, removal);
    }

    private boolean isAwaited() {
        return database.query(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .mapTo(Boolean.class)
                .one());
    }

    private StepId step(int number) {
        return new StepId(run.id(), number);
    }

    private static Materialization without(Materialization done, String... removed) {
        return new Materialization(
                done.step(),
                done.asset(),
                done.tableVersion(),
                done.codeVersion(),
                done.at(),
                done.slices(),
                PartitionSet.of(removed));
    }
}

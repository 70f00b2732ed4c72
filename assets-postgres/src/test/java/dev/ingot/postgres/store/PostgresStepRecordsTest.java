package dev.ingot.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes along with a lease; {@link StepRecordsLeaseContractTest} is about the lease itself. */
@ExtendWith(TestPostgres.class)
class PostgresStepRecordsTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Run run = Samples.run();
    private final StepId step = new StepId(run.id(), 1);
    private long nanos = Long.MAX_VALUE;
    private Database database;
    private PostgresRunStore runs;
    private PostgresLedger ledger;
    private StepRecords records;
    private RunSession session;

    @BeforeEach
    void connect(ConnectionSettings settings) {
        database = new Database(() -> PostgresServer.external(settings));
        runs = new PostgresRunStore(database, LEASE);
        ledger = new PostgresLedger(database);
        records = new PostgresStepRecords(database, (PostgresLeaseStore) runs.leases(), () -> nanos);
        session = runs.begin(run, List.of(Samples.step(run, 1), Samples.step(run, 2)));
    }

    @AfterEach
    void disconnect() {
        session.close();
        database.close();
    }

    @Test
    void whatWasRecordedBeforeTheLeaseIsKnownWithIt() {
        String position = ledger.position();
        Materialization other = Samples.materialization(new StepId(run.id(), 2), "1996");
        ledger.record(other);
        StepRecords.Begun begun = records.begin(request(), position);
        Ledger.News news = begun.news().orElseThrow();
        assertThat(news.done()).containsExactly(other);
        assertThat(ledger.since(news.position()).done()).isEmpty();
        assertThat(ledger.intents()).containsExactly(new Intent(step, Samples.RATINGS));
    }

    @Test
    void theEndRecordsAndGivesBackAndMayBeToldTwice() {
        Lease lease = begun();
        assertThat(records.mayCommit(lease)).isTrue();
        Materialization done = Samples.materialization(step, "1997");
        records.end(done, lease);
        records.end(done, lease);
        assertThat(ledger.history(Samples.RATINGS, 10)).containsExactly(done);
        assertThat(ledger.intents()).isEmpty();
        assertThat(records.mayCommit(lease)).isFalse();
        assertThat(begun()).isNotEqualTo(lease);
    }

    @Test
    void aLeaseIsLookedAtBeforeACommitOnceItIsNotFreshAnyMore() {
        Lease lease = begun();
        runs.leases().abandon(lease);
        nanos += LEASE.dividedBy(30).toNanos() - 1;
        assertThat(records.mayCommit(lease)).isTrue();
        nanos++;
        assertThat(records.mayCommit(lease)).isFalse();
        assertThat(runs.leases().holds(lease)).isFalse();
    }

    @Test
    void aLeaseIsNotFreshForMoreThanASecondHoweverLongItLasts() {
        PostgresRunStore patient = new PostgresRunStore(database, Duration.ofHours(1));
        records = new PostgresStepRecords(database, (PostgresLeaseStore) patient.leases(), () -> nanos);
        Lease lease = begun();
        patient.leases().abandon(lease);
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(records.mayCommit(lease)).isFalse();
    }

    @Test
    void whatStandsInPlaceOfAnotherIsAlwaysLookedAt() {
        runs.leases().abandon(begun());
        Lease second = ((Grant.Granted) again().grant()).lease();
        assertThat(records.mayCommit(second)).isTrue();
        runs.leases().abandon(second);
        assertThat(records.mayCommit(second)).isFalse();
    }

    @Test
    void whoLeavesIntendsNothingMore() {
        records.leave(begun());
        assertThat(ledger.intents()).isEmpty();
        assertThat(ledger.history(Samples.RATINGS, 10)).isEmpty();
    }

    /** An attempt that was given up may come to its end while the next one is at work. */
    @Test
    void whoWasDeprivedOfTheLeaseLeavesTheIntentAlone() {
        Lease first = begun();
        runs.leases().abandon(first);
        Grant.Granted second = (Grant.Granted) again().grant();
        assertThat(second.over()).containsExactly(first);
        records.leave(first);
        assertThat(ledger.intents()).containsExactly(new Intent(step, Samples.RATINGS));
    }

    /** Somebody has to be fenced off first: what he has committed is not known yet. */
    @Test
    void aLeaseInPlaceOfAnotherComesWithoutNews() {
        runs.leases().abandon(begun());
        assertThat(again().news()).isEmpty();
    }

    private Lease begun() {
        StepRecords.Begun begun = again();
        assertThat(begun.news()).isPresent();
        return ((Grant.Granted) begun.grant()).lease();
    }

    private StepRecords.Begun again() {
        return records.begin(request(), ledger.position());
    }

    private LeaseRequest request() {
        return LeaseRequest.of(step, Samples.RATINGS, PartitionSet.of("1997"));
    }
}

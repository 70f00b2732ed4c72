package dev.ingot.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What PostgreSQL adds to the contract: who is alive, seen from elsewhere. */
@ExtendWith(TestPostgres.class)
class PostgresRunStoreTest {
    private Database here;
    private Database elsewhere;
    private PostgresRunStore store;

    @BeforeEach
    void connect(ConnectionSettings settings) {
        here = new Database(() -> PostgresServer.external(settings));
        elsewhere = new Database(() -> PostgresServer.external(settings));
        store = new PostgresRunStore(here);
    }

    @AfterEach
    void disconnect() {
        here.close();
        elsewhere.close();
    }

    @Test
    void keepsWhatHappened() {
        Run run = Samples.run();
        StepState pending = Samples.step(run, 1);
        StepState running = pending.started(Samples.NOON).about("1996");
        StepState done = running.wrote(new Written(90, 10, 1_000))
                .finished(StepStatus.SUCCEEDED, Samples.NOON.plusSeconds(3), "fine");
        List<RunEvent> events = List.of(
                RunEvent.ofRun(run.id(), Samples.NOON, RunStatus.RUNNING, "off we go"),
                RunEvent.ofStep(run.id(), Samples.NOON, running),
                RunEvent.ofStep(run.id(), Samples.NOON.plusSeconds(3), done),
                RunEvent.ofRun(run.id(), Samples.NOON.plusSeconds(4), RunStatus.SUCCEEDED, "1 of 1 steps done"));
        try (RunSession session = store.begin(run, List.of(pending, Samples.step(run, 2)))) {
            assertThat(store.find(run.id())).contains(run);
            events.forEach(session::record);
        }
        PostgresRunStore other = new PostgresRunStore(elsewhere);
        assertThat(other.find(run.id()))
                .contains(run.finished(RunStatus.SUCCEEDED, Samples.NOON.plusSeconds(4), "1 of 1 steps done"));
        assertThat(other.steps(run.id())).containsExactly(done, Samples.step(run, 2));
        assertThat(other.events(run.id())).isEqualTo(events);
    }

    @Test
    void aLeaseExpiresWhenItsRunDoesNotRenewItAndIsNamedToTheNextHolder() {
        Duration ttl = Duration.ofMillis(300);
        PostgresRunStore hasty = new PostgresRunStore(here, ttl);
        Run first = Samples.run();
        Run second = Samples.run();
        try (RunSession one = hasty.begin(first, List.of());
                RunSession two = hasty.begin(second, List.of())) {
            Lease lease = granted(hasty, Samples.step(first, 1).id()).lease();
            // Renewed, it outlives its time by far.
            assertThat(after(ttl.multipliedBy(4), () -> hasty.leases().holds(lease)))
                    .isTrue();
            stopHeartbeat(one);
            assertThat(hasty.leases().acquire(request(Samples.step(second, 1).id())))
                    .isInstanceOf(Grant.Held.class);
            Grant.Granted next = after(
                    ttl.multipliedBy(2),
                    () -> granted(hasty, Samples.step(second, 1).id()));
            assertThat(next.over()).containsExactly(lease);
            assertThat(hasty.leases().holds(lease)).isFalse();
            assertThat(two).isNotNull();
        }
    }

    @Test
    void aLeaseThatCouldNotBeGivenBackDoesNotKeepItsOwnRunFromAPool() {
        Run run = Samples.run();
        try (RunSession session = store.begin(run, List.of())) {
            Lease lease = ((Grant.Granted) store.leases().acquire(pooled(run, 1, "1996"))).lease();
            elsewhere.query(handle -> handle.execute("ALTER TABLE ingot.lease RENAME TO out_of_reach"));
            assertThatThrownBy(() -> store.leases().release(lease)).isInstanceOf(RuntimeException.class);
            elsewhere.query(handle -> handle.execute("ALTER TABLE ingot.out_of_reach RENAME TO lease"));

            assertThat(store.leases().acquire(pooled(run, 2, "1997"))).isInstanceOf(Grant.Granted.class);
            assertThat(session).isNotNull();
        }
    }

    private static LeaseRequest pooled(Run run, int step, String slice) {
        return new LeaseRequest(
                Samples.step(run, step).id(), Samples.RATINGS, PartitionSet.of(slice), Map.of("postgres", 1));
    }

    @Test
    void whoIsInTheMiddleOfALoadKeepsItsLeaseUntilThatHasEnded() {
        Run first = Samples.run();
        Run second = Samples.run();
        RunSession dying = store.begin(first, List.of());
        store.begin(second, List.of());
        Lease lease = granted(store, Samples.step(first, 1).id()).lease();
        elsewhere.inTransaction(load -> {
            load.execute("SELECT FROM ingot.lease WHERE token = ? FOR KEY SHARE", lease.token());
            dying.close();
            assertThat(store.leases().acquire(request(Samples.step(second, 1).id())))
                    .isInstanceOf(Grant.Held.class);
            return load;
        });
        assertThat(granted(store, Samples.step(second, 1).id()).over()).containsExactly(lease);
    }

    private static Grant.Granted granted(PostgresRunStore store, StepId step) {
        Grant grant = store.leases().acquire(request(step));
        assertThat(grant).isInstanceOf(Grant.Granted.class);
        return (Grant.Granted) grant;
    }

    private static LeaseRequest request(StepId step) {
        return LeaseRequest.of(step, Samples.RATINGS, PartitionSet.of("1996"));
    }

    /** The database's clock is nobody's to set: this waits on it. */
    private <T> T after(Duration time, Supplier<T> then) {
        here.query(handle -> handle.execute("SELECT pg_sleep(?)", time.toMillis() / 1000.0));
        return then.get();
    }

    private static void stopHeartbeat(RunSession session) {
        ((PostgresRunSession) session).stopBeating();
    }

    @Test
    void showsTheDeathOfAnotherProcessAtOnce() {
        Run run = Samples.run();
        RunSession session = store.begin(run, List.of(Samples.step(run, 1)));
        PostgresRunStore other = new PostgresRunStore(elsewhere);
        assertThat(other.find(run.id())).map(Run::status).contains(RunStatus.RUNNING);

        killSessions(run);

        assertThat(other.find(run.id())).map(Run::status).contains(RunStatus.DIED);
        assertThat(other.newest(5)).map(Run::status).containsExactly(RunStatus.DIED);
        Run next = Samples.run();
        other.begin(next, List.of()).close();
        assertThatThrownBy(() -> session.record(RunEvent.ofRun(run.id(), Samples.NOON, RunStatus.SUCCEEDED, "")))
                .as("who has lost the right to write records nothing")
                .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.UNREACHABLE_DATABASE));
        session.close();
    }

    @Test
    void aMachineThatVanishesIsNoticedWithinHalfAMinute() {
        String sql = "SELECT CAST(current_setting('tcp_keepalives_idle') AS int)"
                + " + CAST(current_setting('tcp_keepalives_interval') AS int)"
                + " * CAST(current_setting('tcp_keepalives_count') AS int)";
        int seconds = here.query(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
        assertThat(seconds).isBetween(1, 30);
    }

    @Test
    void recordsTheEndOnce() {
        Run run = Samples.run();
        try (RunSession session = store.begin(run, List.of(Samples.step(run, 1)))) {
            session.record(RunEvent.ofRun(run.id(), Samples.NOON, RunStatus.FAILED, "first"));
            assertThatThrownBy(() -> session.record(RunEvent.ofRun(run.id(), Samples.NOON, RunStatus.SUCCEEDED, "")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> session.record(RunEvent.ofStep(run.id(), Samples.NOON, Samples.step(run, 1))))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(store.events(run.id())).hasSize(1);
    }

    /** As a kill -9 of the process would, and waits until they are gone. */
    private void killSessions(Run run) {
        String sessions = "FROM pg_stat_activity WHERE application_name = 'ingot run " + run.id() + "'";
        elsewhere.query(handle -> handle.createQuery("SELECT count(pg_terminate_backend(pid, 5000)) " + sessions)
                .mapTo(Integer.class)
                .one());
    }

    private static ErrorCode code(Throwable failure) {
        return ((IngotException) failure).diagnostic().code();
    }
}

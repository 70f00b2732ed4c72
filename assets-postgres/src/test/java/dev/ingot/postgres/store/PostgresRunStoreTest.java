package dev.ingot.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.util.List;
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
    void letsOneRunWriteWhereverItRuns() {
        Run first = Samples.run();
        PostgresRunStore other = new PostgresRunStore(elsewhere);
        try (RunSession session = store.begin(first, List.of())) {
            assertThat(session).isNotNull();
            Run second = Samples.run();
            assertThatThrownBy(() -> other.begin(second, List.of()))
                    .hasMessageContaining(first.id().text())
                    .hasMessageContaining(first.holder())
                    .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.LEASE_HELD));
            assertThat(store.find(second.id())).isEmpty();
        }
        other.begin(Samples.run(), List.of()).close();
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

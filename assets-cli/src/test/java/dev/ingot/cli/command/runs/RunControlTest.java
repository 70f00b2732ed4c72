package dev.ingot.cli.command.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.run.RunWish;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one terminal tells another one's run. The other one is played by the test. */
final class RunControlTest {
    private final Clock clock = Clock.systemUTC();
    private final Orchard orchard = new Orchard();

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    @Test
    void theRunningRunIsAskedToPause() {
        try (RunSession session = begin()) {
            Answer answer = terminal.types("runs", "pause");
            assertThat(answer.status()).isZero();
            assertThat(answer.out()).contains("to pause", "ingot runs resume");
            assertThat(session.wish()).contains(RunWish.PAUSE);
        }
    }

    @Test
    void theRunningRunIsAskedToStop() {
        try (RunSession session = begin()) {
            Answer answer = terminal.types("runs", "cancel", "last", "-o", "json");
            assertThat(answer.out())
                    .contains("\"run\"", "\"status\" : \"running\"", "\"asked\" : \"cancel\"")
                    .doesNotContain("Asked run");
            assertThat(session.wish()).contains(RunWish.CANCEL);
        }
    }

    @Test
    void aPausedRunIsGivenUp() {
        RunId id = pause();
        Answer answer = terminal.types("runs", "cancel", "last");
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("was paused and is cancelled now");
        assertThat(orchard.runs().find(id)).map(Run::status).contains(RunStatus.CANCELLED);
        assertThat(orchard.runs().steps(id)).extracting(StepState::status).containsExactly(StepStatus.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pause  | error[unknown-run]: There is nothing to pause  | there has been none yet
            cancel | error[unknown-run]: There is nothing to cancel | there has been none yet
            resume | error[unknown-run]: There is nothing to resume | there has been none yet
            retry  | error[unknown-run]: There is nothing to retry  | there has been none yet
            """)
    void withoutARunThereIsNothingToDoWithIt(String wish, String what, String why) {
        Answer answer = terminal.types("runs", wish);
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains(what, why, "ingot runs list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pause  | SUCCEEDED | cannot be paused    | it has already ended: succeeded | ingot materialize
            pause  | PAUSED    | cannot be paused    | it is paused                    | ingot runs resume
            cancel | FAILED    | cannot be cancelled | it has already ended: failed    | ingot runs retry
            resume | SUCCEEDED | cannot be resumed   | it has already ended: succeeded | ingot materialize
            resume | CANCELLED | cannot be resumed   | it has already ended: cancelled | ingot runs retry
            retry  | SUCCEEDED | cannot be retried   | it has already ended: succeeded | ingot materialize
            retry  | PAUSED    | cannot be retried   | it is paused                    | ingot runs resume
            """)
    void whatMakesNoSenseInItsStateIsRefusedWithWhatDoes(
            String wish, RunStatus status, String what, String why, String next) {
        end(status);
        Answer answer = terminal.types("runs", wish, "last");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error[invalid-argument]: Run ").contains(what, why, next);
    }

    @Test
    void aRunningRunIsNeitherResumedNorRetried() {
        try (RunSession session = begin()) {
            assertThat(terminal.types("runs", "resume", "last").err())
                    .contains("cannot be resumed", "it is running, by mara@orchard");
            assertThat(terminal.types("runs", "retry", "last").err())
                    .contains("cannot be retried", "ingot runs cancel");
            assertThat(session.wish()).isEmpty();
        }
    }

    @Test
    void ofSeveralPausedRunsOneHasToBeNamed() {
        RunId first = pause();
        RunId second = pause();
        assertThat(terminal.types("runs", "resume").err())
                .contains("2 runs are paused", first.toString(), second.toString(), "say which");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel"})
    void ofSeveralRunningRunsOneHasToBeNamed(String wish) {
        try (RunSession first = begin();
                RunSession second = begin()) {
            Answer answer = terminal.types("runs", wish);
            assertThat(answer.status()).isEqualTo(2);
            List<Run> both = orchard.runs().newest(2);
            assertThat(answer.err())
                    .contains("2 runs are running", "say which")
                    .contains(both.get(0).id().text(), both.get(1).id().text());
            assertThat(first.wish()).isEmpty();
            assertThat(second.wish()).isEmpty();
        }
    }

    @Test
    void aStepThatRanWhenItsRunDiedWasInterrupted() {
        try (RunSession session = begin()) {
            Run run = orchard.runs().newest(1).get(0);
            StepState pending = orchard.runs().steps(run.id()).get(0);
            session.record(RunEvent.ofStep(run.id(), clock.instant(), pending.started(clock.instant())));
            assertThat(terminal.types("runs", "show").out()).contains("1 running");
        }
        assertThat(terminal.types("runs", "show").out())
                .contains("status        died", "1 interrupted")
                .doesNotContain("running");
        assertThat(terminal.types("runs", "show", "-o", "json").out())
                .contains("\"status\" : \"interrupted\"")
                .doesNotContain("running");
    }

    private RunId pause() {
        return end(RunStatus.PAUSED);
    }

    private RunId end(RunStatus status) {
        try (RunSession session = begin()) {
            RunId id = orchard.runs().newest(1).get(0).id();
            session.record(RunEvent.ofRun(id, clock.instant(), status, ""));
            return id;
        }
    }

    private RunSession begin() {
        RunId id = RunId.create(clock);
        Run run = Run.begun(id, "materialize gold", "mara@orchard", clock.instant());
        return orchard.runs().begin(run, List.of(StepState.pending(new StepId(id, 1), Orchard.APPLES, "", "missing")));
    }
}

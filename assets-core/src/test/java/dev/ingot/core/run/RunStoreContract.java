package dev.ingot.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.Expected;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every run store promises. An adapter's test extends this and says how to make an empty store. */
public abstract class RunStoreContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final AssetKey ASSET = AssetKey.parse("silver/movielens/ratings");

    private RunStore store;

    /** A store without any run in it. */
    protected abstract RunStore createStore() throws Exception;

    /** The same store as another process sees it; by default there is no other way to it. */
    protected RunStore seenByAnotherProcess(RunStore same) throws Exception {
        return same;
    }

    @BeforeEach
    void create() throws Exception {
        store = createStore();
    }

    @Test
    void anEmptyStoreKnowsNothing() {
        assertThat(store.find(id(1))).isEmpty();
        assertThat(store.newest(10)).isEmpty();
        assertThat(store.steps(id(1))).isEmpty();
        assertThat(store.events(id(1))).isEmpty();
    }

    @Test
    void aBegunRunIsRecordedWithItsPendingSteps() throws Exception {
        List<StepState> steps = pending(1, 2);
        try (RunSession session = store.begin(run(1), steps)) {
            for (RunStore reader : List.of(store, seenByAnotherProcess(store))) {
                assertThat(reader.find(id(1))).contains(run(1));
                assertThat(reader.newest(10)).containsExactly(run(1));
                assertThat(reader.steps(id(1))).isEqualTo(steps);
                assertThat(reader.events(id(1))).isEmpty();
            }
            assertThat(session).isNotNull();
        }
    }

    @Test
    void aRunMayHaveNoSteps() {
        store.begin(run(1), List.of()).close();
        assertThat(store.steps(id(1))).isEmpty();
        assertThat(store.find(id(1))).isPresent();
    }

    @Test
    void stepsComeInThePlansOrderBeyondTheNinth() {
        List<StepState> steps = pending(1, 12);
        store.begin(run(1), steps).close();
        assertThat(store.steps(id(1))).isEqualTo(steps);
    }

    @Test
    void textsOfAllKindsComeBackAsTheyWere() {
        Run odd = Run.begun(id(1), "materialize 'a\"b' \\ ; -- ünï→\t\n", "ünï@höst:1", START);
        StepState step =
                StepState.pending(new StepId(id(1), 1), ASSET, "1996..1998, %C3%A4", "source changed: x/ü.csv");
        try (RunSession session = store.begin(odd, List.of(step))) {
            StepState failed = step.started(START)
                    .about("1997")
                    .finished(StepStatus.FAILED, START.plusMillis(1500), "line one\nline 'two' \"three\" \\ ✗");
            session.record(RunEvent.ofStep(id(1), START.plusMillis(1500), failed));
            assertThat(store.find(id(1))).contains(odd);
            assertThat(store.steps(id(1))).containsExactly(failed);
        }
    }

    @Test
    void anEventBringsTheStepsStateUpToIt() {
        List<StepState> steps = pending(1, 2);
        try (RunSession session = store.begin(run(1), steps)) {
            StepState started = steps.get(0).started(START.plusSeconds(1)).about("1997");
            session.record(RunEvent.ofStep(id(1), START.plusSeconds(1), started));
            assertThat(store.steps(id(1))).containsExactly(started, steps.get(1));

            StepState done = started.wrote(new Written(5_000_000_000L, 17, 6_000_000_000L))
                    .finished(StepStatus.SUCCEEDED, START.plusSeconds(2), "");
            session.record(RunEvent.ofStep(id(1), START.plusSeconds(2), done));
            assertThat(store.steps(id(1))).containsExactly(done, steps.get(1));
            assertThat(store.find(id(1)).map(Run::status)).contains(RunStatus.RUNNING);
        }
    }

    @Test
    void everyStatusOfAStepComesBack() {
        List<StepState> steps = pending(1, StepStatus.values().length);
        try (RunSession session = store.begin(run(1), steps)) {
            List<StepState> expected = new ArrayList<>();
            for (StepStatus status : StepStatus.values()) {
                StepState state = steps.get(status.ordinal());
                state = status == StepStatus.PENDING ? state : state.started(START);
                state = status.isFinal() ? state.finished(status, START, status.text()) : state;
                session.record(RunEvent.ofStep(id(1), START, state));
                expected.add(state);
            }
            assertThat(store.steps(id(1))).isEqualTo(expected);
        }
    }

    @Test
    void eventsComeInTheOrderInWhichTheyWereRecorded() {
        StepState step = pending(1, 1).get(0);
        List<RunEvent> events = List.of(
                RunEvent.ofStep(id(1), START.plusSeconds(9), step.started(START)),
                RunEvent.ofRun(id(1), START.plusSeconds(9), RunStatus.RUNNING, "a word"),
                RunEvent.ofStep(id(1), START.plusSeconds(3), step.finished(StepStatus.SUCCEEDED, START, "")),
                RunEvent.ofRun(id(1), START.plusSeconds(3), RunStatus.SUCCEEDED, "1 of 1 steps done"));
        try (RunSession session = store.begin(run(1), List.of(step))) {
            events.forEach(session::record);
        }
        assertThat(store.events(id(1))).isEqualTo(events);
        assertThat(store.events(id(1), 3)).isEqualTo(events.subList(3, 4));
        assertThat(store.events(id(1), 4)).isEmpty();
    }

    @Test
    void eventsThatAreRecordedTogetherLeaveEachStepAsItsLastSays() {
        List<StepState> steps = pending(1, 3);
        StepState first = steps.get(0).started(START);
        StepState second = steps.get(1).started(START.plusSeconds(1));
        StepState done = first.finished(StepStatus.SUCCEEDED, START.plusSeconds(2), "");
        List<RunEvent> events = List.of(
                RunEvent.ofStep(id(1), START.plusSeconds(9), first),
                RunEvent.ofStep(id(1), START.plusSeconds(3), second),
                RunEvent.ofStep(id(1), START.plusSeconds(1), done));
        try (RunSession session = store.begin(run(1), steps)) {
            session.record(List.of());
            session.record(events);
            assertThat(store.steps(id(1))).containsExactly(done, second, steps.get(2));
            assertThat(store.events(id(1))).isEqualTo(events);

            session.record(RunEvent.ofRun(id(1), START, RunStatus.FAILED, ""));
            assertThatIllegalStateException().isThrownBy(() -> session.record(events));
        }
        assertThat(store.steps(id(1))).containsExactly(done, second, steps.get(2));
        assertThat(store.events(id(1))).hasSize(4);
    }

    @Test
    void aMessageOfARunThatGoesOnLeavesItRunning() {
        try (RunSession session = store.begin(run(1), List.of())) {
            session.record(RunEvent.ofRun(id(1), START, RunStatus.RUNNING, "a word"));
            assertThat(store.find(id(1))).contains(run(1));
        }
    }

    @Test
    void aFinalStatusIsRecordedWithItsTimeAndMessage() throws Exception {
        for (RunStatus status :
                List.of(RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.BLOCKED, RunStatus.CANCELLED)) {
            int number = status.ordinal();
            Instant end = START.plusSeconds(number);
            try (RunSession session = store.begin(run(number), pending(number, 1))) {
                session.record(RunEvent.ofRun(id(number), end, status, "so it ended"));
                assertThat(store.find(id(number))).contains(run(number).finished(status, end, "so it ended"));
            }
            assertThat(seenByAnotherProcess(store).find(id(number)))
                    .contains(run(number).finished(status, end, "so it ended"));
        }
    }

    @Test
    void afterAFinalStatusEventsAreRefused() {
        StepState step = pending(1, 1).get(0);
        try (RunSession session = store.begin(run(1), List.of(step))) {
            session.record(RunEvent.ofRun(id(1), START, RunStatus.FAILED, "it failed"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.record(RunEvent.ofRun(id(1), START, RunStatus.SUCCEEDED, "")));
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.record(RunEvent.ofStep(id(1), START, step.started(START))));
        }
        assertThat(store.find(id(1)).map(Run::status)).contains(RunStatus.FAILED);
        assertThat(store.events(id(1))).hasSize(1);
        assertThat(store.steps(id(1))).containsExactly(step);
    }

    @Test
    void afterClosingEventsAreRefused() {
        RunSession session = store.begin(run(1), List.of());
        session.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> session.record(RunEvent.ofRun(id(1), START, RunStatus.SUCCEEDED, "")));
        assertThat(store.find(id(1)).map(Run::status)).contains(RunStatus.DIED);
        assertThat(store.events(id(1))).isEmpty();
    }

    @Test
    void aSessionClosedWithoutFinishingShowsAsDied() throws Exception {
        StepState step = pending(1, 1).get(0);
        RunSession session = store.begin(run(1), List.of(step));
        session.record(RunEvent.ofStep(id(1), START, step.started(START)));
        session.close();
        for (RunStore reader : List.of(store, seenByAnotherProcess(store))) {
            assertThat(reader.find(id(1))).contains(run(1).died());
            assertThat(reader.newest(1)).containsExactly(run(1).died());
        }
    }

    @Test
    void aRunThatDiedStaysDeadWhileAnotherRuns() {
        store.begin(run(1), List.of()).close();
        try (RunSession session = store.begin(run(2), List.of())) {
            assertThat(session).isNotNull();
            assertThat(store.newest(10)).containsExactly(run(2), run(1).died());
            assertThat(store.live()).containsExactly(run(2));
        }
    }

    @Test
    void closingTwiceIsNoErrorAndTakesNothingFromOthers() {
        RunSession first = store.begin(run(1), List.of());
        first.close();
        try (RunSession second = store.begin(run(2), List.of())) {
            first.close();
            assertThat(store.find(id(2)).map(Run::status)).contains(RunStatus.RUNNING);
            second.record(RunEvent.ofRun(id(2), START, RunStatus.SUCCEEDED, ""));
        }
        assertThat(store.find(id(2)).map(Run::status)).contains(RunStatus.SUCCEEDED);
    }

    @Test
    void severalRunsLiveAtOnceWhereverTheyRun() throws Exception {
        RunStore other = seenByAnotherProcess(store);
        try (RunSession first = store.begin(run(1), pending(1, 1));
                RunSession second = other.begin(run(2), pending(2, 1))) {
            for (RunStore reader : List.of(store, other)) {
                assertThat(reader.newest(10)).containsExactly(run(2), run(1));
                assertThat(reader.live()).containsExactly(run(2), run(1));
            }
            first.record(RunEvent.ofRun(id(1), START, RunStatus.SUCCEEDED, ""));
            second.record(RunEvent.ofRun(id(2), START, RunStatus.FAILED, ""));
        }
        assertThat(store.newest(10)).extracting(Run::status).containsExactly(RunStatus.FAILED, RunStatus.SUCCEEDED);
        assertThat(store.live()).isEmpty();
    }

    @Test
    void manyMayBeginAtOnce() throws Exception {
        List<Object> sessions = atOnce(IntStream.rangeClosed(1, 8)
                .<Callable<Object>>mapToObj(number -> () -> store.begin(run(number), pending(number, 1)))
                .toList());
        assertThat(store.newest(100)).hasSize(8).extracting(Run::status).containsOnly(RunStatus.RUNNING);
        for (Object session : sessions) {
            ((RunSession) session).close();
        }
        assertThat(store.newest(100)).extracting(Run::status).containsOnly(RunStatus.DIED);
    }

    @Test
    void severalThreadsMayTellOneSession() throws Exception {
        List<StepState> steps = pending(1, 8);
        try (RunSession session = store.begin(run(1), steps)) {
            atOnce(steps.stream()
                    .<Callable<Object>>map(step -> () -> {
                        session.record(RunEvent.ofStep(id(1), START, step.started(START)));
                        session.record(RunEvent.ofStep(id(1), START, step.finished(StepStatus.SUCCEEDED, START, "")));
                        return store.events(id(1)).size();
                    })
                    .toList());
        }
        assertThat(store.events(id(1))).hasSize(16);
        assertThat(store.steps(id(1))).extracting(StepState::status).containsOnly(StepStatus.SUCCEEDED);
    }

    @Test
    void theNewestRunsComeNewestFirstAndNoMoreThanAskedFor() {
        for (int number : List.of(3, 1, 2)) {
            store.begin(run(number), List.of()).close();
        }
        assertThat(store.newest(10)).extracting(Run::id).containsExactly(id(3), id(2), id(1));
        assertThat(store.newest(2)).extracting(Run::id).containsExactly(id(3), id(2));
        assertThat(store.newest(0)).isEmpty();
    }

    @Test
    void runsAreKeptApart() {
        StepState first = pending(1, 1).get(0);
        try (RunSession session = store.begin(run(1), List.of(first))) {
            session.record(RunEvent.ofStep(id(1), START, first.started(START)));
        }
        store.begin(run(2), pending(2, 1)).close();
        assertThat(store.steps(id(1))).containsExactly(first.started(START));
        assertThat(store.steps(id(2))).isEqualTo(pending(2, 1));
        assertThat(store.events(id(2))).isEmpty();
    }

    @Test
    void whereARunComesFromAndWhatItExpectsAreKept() throws Exception {
        RunOrigin origin =
                RunOrigin.of(RunKind.BACKFILL, "backfill gold", "ann@host:2").retrying(id(1));
        Run backfill = Run.begun(id(2), origin, START);
        StepState step = StepState.pending(
                new StepId(id(2), 1), ASSET, "1996", "failed", new Expected(5, 1L << 40, Duration.ofMillis(1250)));
        store.begin(backfill, List.of(step), "{\"plan\": 1}").close();

        for (RunStore reader : List.of(store, seenByAnotherProcess(store))) {
            assertThat(reader.find(id(2))).contains(backfill.died());
            assertThat(reader.steps(id(2))).containsExactly(step);
            assertThat(reader.plan(id(2))).contains("{\"plan\": 1}");
        }
        assertThat(store.plan(id(1))).isEmpty();
    }

    @Test
    void aPausedRunIsTakenUpUnderItsOwnIdByAnotherProcess() throws Exception {
        StepState step = pending(1, 1).get(0);
        try (RunSession session = store.begin(run(1), List.of(step))) {
            session.record(RunEvent.ofRun(id(1), START, RunStatus.PAUSED, "1 step left"));
        }
        RunStore other = seenByAnotherProcess(store);
        assertThat(other.find(id(1))).contains(run(1).finished(RunStatus.PAUSED, START, "1 step left"));

        try (RunSession again = other.resume(id(1), "bob@host:9")) {
            assertThat(store.find(id(1))).contains(run(1).resumedBy("bob@host:9"));
            again.record(RunEvent.ofStep(id(1), START, step.started(START)));
            again.record(RunEvent.ofRun(id(1), START.plusSeconds(1), RunStatus.SUCCEEDED, ""));
        }
        assertThat(store.events(id(1))).hasSize(3);
        assertThat(store.find(id(1)).map(Run::status)).contains(RunStatus.SUCCEEDED);
    }

    @Test
    void aDeadRunCanBeResumedAndNoOther() {
        store.begin(run(1), List.of()).close();
        try (RunSession again = store.resume(id(1), "bob@host:9")) {
            again.record(RunEvent.ofRun(id(1), START, RunStatus.FAILED, "1 step failed"));
        }
        assertThatThrownBy(() -> store.resume(id(1), "bob@host:9"))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().text()).contains(id(1).text(), "failed"));
        assertThatThrownBy(() -> store.resume(id(2), "bob@host:9"))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.UNKNOWN_RUN));
        store.begin(run(3), List.of()).close();
    }

    @Test
    void aRunIsTakenUpByOneAndNotWhileItLives() throws Exception {
        store.begin(run(1), List.of()).close();
        RunStore other = seenByAnotherProcess(store);
        try (RunSession session = store.resume(id(1), "bob@host:9")) {
            assertThat(session.wish()).isEmpty();
            assertThatThrownBy(() -> other.resume(id(1), "eve@host:10"))
                    .isInstanceOfSatisfying(
                            IngotException.class,
                            failure -> assertThat(failure.diagnostic().text()).contains(id(1).text(), "is running"));
            assertThat(store.find(id(1))).contains(run(1).resumedBy("bob@host:9"));
        }
        assertThat(store.find(id(1)).map(Run::status)).contains(RunStatus.DIED);
    }

    @Test
    void whoHasLostARunToAnotherSessionRecordsNothing() {
        RunSession first = store.begin(run(1), List.of());
        first.close();
        try (RunSession second = store.resume(id(1), "bob@host:9")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> first.record(RunEvent.ofRun(id(1), START, RunStatus.FAILED, "")));
            first.close();
            second.record(RunEvent.ofRun(id(1), START, RunStatus.SUCCEEDED, ""));
        }
        assertThat(store.find(id(1)).map(Run::status)).contains(RunStatus.SUCCEEDED);
    }

    @Test
    void whatAnotherProcessWantsIsHeardAndCancellingIsNotTakenBack() throws Exception {
        RunStore other = seenByAnotherProcess(store);
        assertThat(other.ask(id(1), RunWish.PAUSE)).isFalse();
        try (RunSession session = store.begin(run(1), List.of())) {
            assertThat(session.wish()).isEmpty();
            assertThat(other.ask(id(1), RunWish.PAUSE)).isTrue();
            assertThat(session.wish()).contains(RunWish.PAUSE);
            assertThat(other.ask(id(1), RunWish.CANCEL)).isTrue();
            assertThat(other.ask(id(1), RunWish.PAUSE)).isTrue();
            assertThat(session.wish()).contains(RunWish.CANCEL);
        }
        assertThat(other.ask(id(1), RunWish.PAUSE)).isFalse();
        try (RunSession again = store.resume(id(1), "bob@host:9")) {
            assertThat(again.wish()).isEmpty();
        }
    }

    @Test
    void theLastFailureOnEachSliceIsRemembered() throws Exception {
        PartitionKey odd = PartitionKey.of("a/b ~ü", "2");
        StepId first = new StepId(id(1), 1);
        StepId second = new StepId(id(1), 2);
        try (RunSession session = store.begin(run(1), List.of())) {
            assertThat(store.failures()).isEqualTo(Failures.none());
            session.failed(first, ASSET, PartitionSet.of(List.of(odd, PartitionKey.whole())));
            session.failed(second, ASSET, PartitionSet.of(List.of(odd)));
            session.failed(second, ASSET, PartitionSet.empty());
        }
        assertThat(seenByAnotherProcess(store).failures())
                .isEqualTo(new Failures(Map.of(ASSET, Map.of(odd, second, PartitionKey.whole(), first))));
    }

    private static RunId id(int number) {
        return new RunId("01JNA000000000000000000%03d".formatted(number));
    }

    private static Run run(int number) {
        return Run.begun(id(number), "materialize gold", "ann@host:" + number, START.plusSeconds(number));
    }

    private static List<StepState> pending(int run, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> StepState.pending(
                        new StepId(id(run), number), AssetKey.parse("gold/test/a" + number), "", "missing"))
                .toList();
    }

    private static List<Object> atOnce(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<Object> one : work) {
                futures.add(threads.submit(() -> {
                    go.await();
                    return one.call();
                }));
            }
            go.countDown();
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

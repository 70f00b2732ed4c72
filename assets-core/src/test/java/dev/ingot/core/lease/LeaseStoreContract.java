package dev.ingot.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant.Granted;
import dev.ingot.core.lease.Grant.Held;
import dev.ingot.core.lease.Grant.PoolFull;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.testing.Property;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every lease store promises. An adapter's test extends this and says how to make empty stores of runs. */
public abstract class LeaseStoreContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final AssetKey RATINGS = AssetKey.parse("silver/movielens/ratings");
    private static final AssetKey MOVIES = AssetKey.parse("silver/movielens/movies");
    private static final PartitionSet WHOLE = PartitionSet.whole();

    private final List<RunSession> sessions = new ArrayList<>();
    private RunStore here;
    private RunStore there;

    /** A store without any run in it. */
    protected abstract RunStore createStore() throws Exception;

    /** The same store as another process sees it; by default there is no other way to it. */
    protected RunStore seenByAnotherProcess(RunStore same) throws Exception {
        return same;
    }

    @BeforeEach
    void create() throws Exception {
        here = createStore();
        there = seenByAnotherProcess(here);
    }

    @AfterEach
    void endRuns() {
        sessions.forEach(RunSession::close);
    }

    @Test
    void oneRunAtATimeHasTheRightToASlice() {
        run(1);
        run(2);
        Lease lease = granted(here, ask(1, 1, RATINGS, "1996", "1997"));
        assertThat(lease.step()).isEqualTo(step(1, 1));
        assertThat(lease.asset()).isEqualTo(RATINGS);
        assertThat(lease.slices()).isEqualTo(PartitionSet.of("1996", "1997"));

        Grant answer = there.leases().acquire(ask(2, 1, RATINGS, "1997", "1998"));

        assertThat(answer).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.holder()).contains(id(1).text(), "materialize gold", "ann@host:1");
            assertThat(held.asset()).isEqualTo(RATINGS);
            assertThat(held.slices()).isEqualTo(PartitionSet.of("1996", "1997"));
        });
        assertThat(there.leases().acquire(ask(2, 2, RATINGS, "1998"))).isInstanceOf(Granted.class);
        assertThat(there.leases().acquire(ask(2, 3, MOVIES, "1997"))).isInstanceOf(Granted.class);
        assertThat(here.leases().holds(lease)).isTrue();
    }

    @Test
    void theWholeSliceIsAllOfThem() {
        run(1);
        run(2);
        Lease whole = granted(here, ask(1, 1, RATINGS, WHOLE));
        assertThat(whole.isWhole()).isTrue();
        assertThat(there.leases().acquire(ask(2, 1, RATINGS, "1997"))).isInstanceOf(Held.class);
        here.leases().release(whole);
        granted(there, ask(2, 1, RATINGS, "1997"));
        assertThat(here.leases().acquire(ask(1, 1, RATINGS, WHOLE))).isInstanceOf(Held.class);
    }

    @Test
    void anyKeyIsASlice() {
        run(1);
        run(2);
        PartitionSet odd = PartitionSet.of(List.of(PartitionKey.of("a/b ~ü{},\"", "2")));
        assertThat(granted(here, ask(1, 1, RATINGS, odd)).slices()).isEqualTo(odd);
        assertThat(there.leases().acquire(ask(2, 1, RATINGS, odd)))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.slices()).isEqualTo(odd));
    }

    @Test
    void aReleasedLeaseIsFreeAndNobodyHasToBeFenced() {
        run(1);
        run(2);
        Lease first = granted(here, ask(1, 1, RATINGS, "1997"));
        here.leases().release(first);
        here.leases().release(first);
        assertThat(here.leases().holds(first)).isFalse();
        assertThat(there.leases().acquire(ask(2, 1, RATINGS, "1997")))
                .isInstanceOfSatisfying(
                        Granted.class, next -> assertThat(next.over()).isEmpty());
        here.leases().release(first);
        assertThat(here.leases().acquire(ask(1, 2, RATINGS, "1997"))).isInstanceOf(Held.class);
    }

    @Test
    void whatADeadRunHeldIsFreeAtOnceAndItsStepsAreNamed() {
        run(2);
        RunSession dying = run(1);
        Lease lost = granted(here, ask(1, 1, RATINGS, "1996"));
        Lease other = granted(here, ask(1, 2, RATINGS, "1997"));
        dying.close();
        assertThat(there.leases().holds(lost)).isFalse();
        assertThat(there.leases().acquire(ask(2, 1, RATINGS, "1996", "1997")))
                .isInstanceOfSatisfying(Granted.class, next -> {
                    assertThat(next.over()).containsExactlyInAnyOrder(lost, other);
                    assertThat(next.lease().fence()).isGreaterThan(Math.max(lost.token(), other.token()));
                });
    }

    @Test
    void whoTakesARunUpDoesNotHoldWhatItHeldBefore() {
        run(2);
        RunSession dying = run(1);
        Lease lost = granted(here, ask(1, 1, RATINGS, "1996"));
        dying.close();
        sessions.add(there.resume(id(1), "bob@host:9"));
        assertThat(there.leases().holds(lost)).isFalse();
        assertThat(here.leases().acquire(ask(2, 1, RATINGS, "1996")))
                .isInstanceOfSatisfying(
                        Granted.class, next -> assertThat(next.over()).containsExactly(lost));
    }

    @Test
    void anAbandonedLeaseIsFreeAndItsStepIsNamed() {
        run(1);
        run(2);
        Lease first = granted(here, ask(1, 1, RATINGS, "1997"));
        here.leases().abandon(first);
        here.leases().abandon(first);
        assertThat(here.leases().holds(first)).isFalse();
        assertThat(there.leases().acquire(ask(2, 1, RATINGS, WHOLE)))
                .isInstanceOfSatisfying(
                        Granted.class, next -> assertThat(next.over()).containsExactly(first));
        here.leases().abandon(first);
    }

    @Test
    void everybodyWhoTakesASliceOfALostLeaseIsToldUntilItIsSettled() {
        IntStream.rangeClosed(1, 3).forEach(this::run);
        Lease lost = granted(here, ask(1, 1, RATINGS, "1995", "1996", "1997"));
        here.leases().abandon(lost);
        List<Lease> first = over(there, ask(2, 1, RATINGS, "1995"));
        assertThat(first).containsExactly(lost);
        assertThat(over(here, ask(3, 1, RATINGS, "1996")))
                .as("nobody has fenced it off yet")
                .containsExactly(lost);
        assertThat(here.leases().holds(lost)).isFalse();
        there.leases().settled(first);
        there.leases().settled(first);
        assertThat(over(here, ask(3, 2, RATINGS, "1997"))).isEmpty();
    }

    @Test
    void whoDoesNotComeToSettleALostLeaseLeavesItToTheNext() {
        run(1);
        run(3);
        RunSession dying = run(2);
        Lease lost = granted(here, ask(1, 1, RATINGS, "1995", "1996"));
        here.leases().abandon(lost);
        Lease second = granted(there, ask(2, 1, RATINGS, "1995"));
        dying.close();
        assertThat(over(there, ask(3, 1, RATINGS, "1995"))).containsExactlyInAnyOrder(lost, second);
    }

    @Test
    void whatBindsIsNotSettled() {
        run(1);
        Lease held = granted(here, ask(1, 1, RATINGS, "1997"));
        there.leases().settled(List.of(held));
        there.leases().settled(List.of());
        assertThat(here.leases().holds(held)).isTrue();
    }

    @Test
    void aStepThatAsksAgainReplacesItsOwnLease() {
        run(1);
        Lease first = granted(here, ask(1, 1, RATINGS, "1997"));
        Lease second = granted(here, ask(1, 1, RATINGS, "1997"));
        assertThat(second.fence()).isGreaterThan(first.token());
        assertThat(here.leases().holds(first)).isFalse();
        assertThat(here.leases().holds(second)).isTrue();
    }

    @Test
    void tokensAreNoLessThanTheMicrosecondsOfTheClock() {
        run(1);
        Lease lease = granted(here, ask(1, 1, RATINGS, "1997"));
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
        assertThat(lease.token()).isCloseTo(micros, within(Duration.ofMinutes(5).toNanos() / 1_000));
    }

    @Test
    void aPoolHasAsManyPlacesAsAskedForOverAllLiveRuns() {
        RunSession dying = run(1);
        run(2);
        Map<String, Integer> pools = Map.of("spark", 2, "postgres", 9);
        Lease first = granted(here, new LeaseRequest(step(1, 1), RATINGS, PartitionSet.of("1"), pools));
        granted(here, new LeaseRequest(step(1, 2), RATINGS, PartitionSet.of("2"), pools));
        LeaseRequest third = new LeaseRequest(step(2, 1), RATINGS, PartitionSet.of("3"), pools);
        assertThat(there.leases().acquire(third)).isEqualTo(new PoolFull("spark"));
        assertThat(there.leases().acquire(ask(2, 2, RATINGS, "4"))).isInstanceOf(Granted.class);
        here.leases().release(first);
        Lease more = granted(there, third);
        assertThat(here.leases().acquire(new LeaseRequest(step(1, 3), RATINGS, PartitionSet.of("5"), pools)))
                .isEqualTo(new PoolFull("spark"));
        there.leases().release(more);
        dying.close();
        granted(there, new LeaseRequest(step(2, 3), MOVIES, WHOLE, Map.of("spark", 1)));
    }

    @Test
    void ofManyThatAskAtOnceOneWins() throws Exception {
        IntStream.rangeClosed(1, 8).forEach(this::run);
        List<Grant> answers = atOnce(IntStream.rangeClosed(1, 8)
                .<Callable<Grant>>mapToObj(number -> () -> (number % 2 == 0 ? here : there)
                        .leases()
                        .acquire(ask(number, 1, RATINGS, "1997", "20" + (10 + number))))
                .toList());
        assertThat(answers).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Held.class::isInstance).hasSize(7);
    }

    /** Against a model: no slice has two live holders, tokens grow, and who was not given back is named until it is settled. */
    @Test
    void neverHasASliceTwoHoldersWhateverHappens() {
        IntStream.rangeClosed(1, 3).forEach(this::run);
        long[] last = {0};
        int[] steps = {0};
        Property.forAll(cases(), random -> {
            Map<StepId, Lease> live = new TreeMap<>();
            Map<StepId, Lease> abandoned = new HashMap<>();
            for (int act = 0; act < 30; act++) {
                if (random.nextInt(3) > 0 || live.isEmpty()) {
                    StepId step = step(1 + random.nextInt(3), ++steps[0]);
                    PartitionSet slices = slices(random);
                    Grant answer = (random.nextBoolean() ? here : there)
                            .leases()
                            .acquire(LeaseRequest.of(step, RATINGS, slices));
                    boolean free = live.values().stream().noneMatch(one -> Lease.overlap(one.slices(), slices));
                    assertThat(answer instanceof Granted).isEqualTo(free);
                    if (answer instanceof Granted granted) {
                        assertThat(granted.lease().fence()).isGreaterThan(last[0]);
                        last[0] = granted.lease().token();
                        List<Lease> over = abandoned.values().stream()
                                .filter(one -> Lease.overlap(one.slices(), slices))
                                .toList();
                        assertThat(granted.over()).containsExactlyInAnyOrderElementsOf(over);
                        if (random.nextBoolean()) {
                            there.leases().settled(over);
                            over.forEach(one -> abandoned.remove(one.step()));
                        }
                        live.put(step, granted.lease());
                    }
                } else {
                    List<Lease> all = new ArrayList<>(live.values());
                    Collections.shuffle(all, random);
                    Lease one = all.get(0);
                    live.remove(one.step());
                    if (random.nextBoolean()) {
                        here.leases().release(one);
                    } else {
                        there.leases().abandon(one);
                        abandoned.put(one.step(), one);
                    }
                }
                live.values()
                        .forEach(one -> assertThat(here.leases().holds(one)).isTrue());
            }
            live.values().forEach(here.leases()::release);
            abandoned.values().forEach(here.leases()::release);
        });
    }

    /** How many random histories are tried. */
    protected int cases() {
        return 200;
    }

    private static PartitionSet slices(Random random) {
        return random.nextInt(6) == 0
                ? WHOLE
                : PartitionSet.of(IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(any -> PartitionKey.of(Integer.toString(random.nextInt(6))))
                        .toList());
    }

    private RunSession run(int number) {
        RunSession session = here.begin(
                Run.begun(id(number), "materialize gold", "ann@host:" + number, START.plusSeconds(number)), List.of());
        sessions.add(session);
        return session;
    }

    /** A run that has said how it ended still holds what it has not given back. */
    @Test
    void aRunHoldsItsLeasesUntilItsSessionEnds() {
        RunSession ending = run(1);
        run(2);
        granted(here, ask(1, 1, RATINGS, "1997"));
        ending.record(RunEvent.ofRun(id(1), START, RunStatus.FAILED, ""));
        assertThat(there.leases().acquire(ask(2, 1, RATINGS, "1997"))).isInstanceOf(Held.class);
        ending.close();
        granted(there, ask(2, 1, RATINGS, "1997"));
    }

    private static Lease granted(RunStore store, LeaseRequest request) {
        Grant answer = store.leases().acquire(request);
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted) answer).lease();
    }

    private static List<Lease> over(RunStore store, LeaseRequest request) {
        Grant answer = store.leases().acquire(request);
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted) answer).over();
    }

    private static LeaseRequest ask(int run, int step, AssetKey asset, String... slices) {
        return ask(run, step, asset, PartitionSet.of(slices));
    }

    private static LeaseRequest ask(int run, int step, AssetKey asset, PartitionSet slices) {
        return LeaseRequest.of(step(run, step), asset, slices);
    }

    private static StepId step(int run, int number) {
        return new StepId(id(run), number);
    }

    private static RunId id(int number) {
        return new RunId("01JNA000000000000000000%03d".formatted(number));
    }

    private static List<Grant> atOnce(List<Callable<Grant>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Grant> answers = new ArrayList<>();
            for (Future<Grant> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

package dev.ingot.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger promises. An adapter's test extends this and says how to make an empty ledger. */
public abstract class LedgerContract {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final AssetKey RATINGS = AssetKey.parse("silver/test/ratings");
    private static final AssetKey STATS = AssetKey.parse("gold/test/stats");

    private Ledger ledger;

    /** A ledger without anything in it. */
    protected abstract Ledger createLedger() throws Exception;

    @BeforeEach
    void create() throws Exception {
        ledger = createLedger();
    }

    @Test
    void anEmptyLedgerKnowsNothing() {
        assertThat(ledger.snapshot().entries(RATINGS)).isEmpty();
        assertThat(ledger.snapshot().isMaterialized(RATINGS)).isFalse();
        assertThat(ledger.snapshot().tableVersion(RATINGS)).isEmpty();
        assertThat(ledger.intents()).isEmpty();
        assertThat(ledger.history(RATINGS, 10)).isEmpty();
    }

    @Test
    void whatIsNewSinceAPositionIsToldOnceAndInOrder() {
        assertThat(ledger.since(ledger.position()).done()).isEmpty();
        ledger.record(materialization(RATINGS, step(1, 1), 1, slice("1996", "v")));
        String before = ledger.position();
        assertThat(ledger.since(before).done()).isEmpty();
        Materialization second = materialization(STATS, step(2, 7), 2, slice("1997", "v"), slice("a~b", "v"));
        Materialization third = materialization(RATINGS, step(1, 2), 3);
        ledger.record(second);
        ledger.record(third);
        ledger.record(second);
        Ledger.News news = ledger.since(before);
        assertThat(news.done()).containsExactly(second, third);
        assertThat(ledger.since(news.position()).done()).isEmpty();
        assertThat(ledger.since(before).done()).containsExactly(second, third);
        ledger.intend(new Intent(step(3, 1), RATINGS));
        ledger.abandon(new Intent(step(3, 1), RATINGS));
        assertThat(ledger.since(news.position()).done()).isEmpty();
    }

    @Test
    void nothingIsMissedBetweenPositionsWhileManyRecord() throws Exception {
        int writers = 4;
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Materialization> seen = new ArrayList<>();
        try {
            String position = ledger.position();
            List<Future<?>> futures = new ArrayList<>();
            for (int writer = 1; writer <= writers; writer++) {
                int run = writer;
                futures.add(threads.submit(() -> IntStream.rangeClosed(1, each)
                        .forEach(number -> ledger.record(
                                materialization(RATINGS, step(run, number), number, slice("s" + run, "v"))))));
            }
            while (seen.stream().distinct().count() < (long) writers * each) {
                boolean ended = futures.stream().allMatch(Future::isDone);
                Ledger.News news = ledger.since(position);
                position = news.position();
                seen.addAll(news.done());
                assertThat(ended && news.done().isEmpty()).as("all were told").isFalse();
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRecordedMaterializationStandsInTheSnapshotAsItWas() {
        Slice slice = new Slice(
                PartitionKey.of("1997"),
                "5:12345",
                5_000_000_000L,
                17,
                Map.of("bronze/test/ratings", "v1", "landing:a/ü.csv", "ff"));
        ledger.record(materialization(RATINGS, step(1, 1), 3, slice));
        assertThat(ledger.snapshot().entries(RATINGS))
                .isEqualTo(Map.of(
                        slice.partition(),
                        new LedgerEntry(new Commit(step(1, 1), 3, "code-3", AT, Duration.ZERO), slice)));
        assertThat(ledger.snapshot().tableVersion(RATINGS)).hasValue(3);
        assertThat(ledger.snapshot().entries(STATS)).isEmpty();
    }

    @Test
    void theWholeSliceStandsBesideThePartitions() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("", "w"), slice("1996", "a"), slice("1997", "b")));
        assertThat(ledger.snapshot().partitions(RATINGS, true)).isEqualTo(PartitionSet.of("1996", "1997"));
        assertThat(ledger.snapshot().partitions(RATINGS, false)).isEqualTo(PartitionSet.whole());
    }

    @Test
    void hostilePartitionKeysComeBack() {
        List<Slice> slices = Stream.of("a b", "~", "%", "ü→😀", "'; drop table x; --", "\\", "\u0001\n", "..", "/")
                .map(value -> new Slice(PartitionKey.of(value, "x" + value), "v", 1, 0, Map.of()))
                .toList();
        ledger.record(materialization(RATINGS, step(1, 1), 0, slices.toArray(Slice[]::new)));
        assertThat(ledger.snapshot().entries(RATINGS).values())
                .extracting(LedgerEntry::slice)
                .containsExactlyInAnyOrderElementsOf(slices);
        assertThat(ledger.history(RATINGS, 1).get(0).slices()).containsExactlyInAnyOrderElementsOf(slices);
    }

    @Test
    void aLaterMaterializationReplacesItsSlicesAndNoOthers() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a"), slice("1997", "b")));
        ledger.record(materialization(RATINGS, step(2, 1), 1, slice("1997", "c")));
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "a", "1997", "c"));
        assertThat(ledger.snapshot()
                        .entry(RATINGS, PartitionKey.of("1996"))
                        .map(entry -> entry.commit().step()))
                .contains(step(1, 1));
        assertThat(ledger.snapshot()
                        .entry(RATINGS, PartitionKey.of("1997"))
                        .map(entry -> entry.commit().step()))
                .contains(step(2, 1));
        assertThat(ledger.snapshot().tableVersion(RATINGS)).hasValue(1);
    }

    @Test
    void whatALaterLeaseWroteStaysWhenAFormerOneIsRecordedLate() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a"), slice("1998", "a"))
                .under(10));
        ledger.record(new Materialization(
                        step(3, 1), RATINGS, 2, "code", AT, List.of(slice("1997", "c")), PartitionSet.of("1996"))
                .under(30));
        Materialization late = new Materialization(
                        step(2, 1),
                        RATINGS,
                        1,
                        "code",
                        AT,
                        List.of(slice("1996", "b"), slice("1997", "b"), slice("1999", "b")),
                        PartitionSet.of("1998"))
                .under(20);
        String before = ledger.position();
        LedgerSnapshot known = ledger.snapshot();
        ledger.record(late);
        assertThat(dataVersions()).isEqualTo(Map.of("1997", "c", "1999", "b"));
        assertThat(ledger.history(RATINGS, 1)).containsExactly(late);
        assertThat(ledger.since(before).done()).containsExactly(late);
        assertThat(known.with(late).entries(RATINGS))
                .as("whoever follows the news knows the same")
                .isEqualTo(ledger.snapshot().entries(RATINGS));
    }

    @Test
    void whateverOrderARemovalAndFormerAndLaterWritersAreHeardInTheGreatestTokenStands() {
        List<Materialization> told = List.of(
                materialization(RATINGS, step(1, 1), 0, slice("1996", "a")).under(10),
                new Materialization(step(2, 1), RATINGS, 1, "code", AT, List.of(), PartitionSet.of("1996")).under(20),
                materialization(RATINGS, step(3, 1), 2, slice("1996", "c")).under(30));
        Map<List<Integer>, Map<String, String>> orders = new java.util.LinkedHashMap<>();
        for (int[] order : new int[][] {{1}, {0, 1}, {1, 0}, {0, 2, 1}, {1, 2, 0}, {2, 1, 0}, {1, 0, 2}}) {
            rebuild().replace(() -> Map.of(RATINGS, List.of()));
            LedgerSnapshot followed = ledger.snapshot();
            for (int which : order) {
                ledger.record(told.get(which));
                followed = followed.with(told.get(which));
            }
            List<Integer> heard = IntStream.of(order).boxed().toList();
            assertThat(followed.entries(RATINGS))
                    .as(heard.toString())
                    .isEqualTo(ledger.snapshot().entries(RATINGS));
            orders.put(heard, dataVersions());
        }
        orders.forEach((order, versions) -> assertThat(versions)
                .as(order.toString())
                .isEqualTo(order.contains(2) ? Map.of("1996", "c") : Map.of()));
    }

    @Test
    void aRemovalAndAFormerWriterThatAreHeardAtTheSameMomentLeaveNoSlice() throws Exception {
        for (int run = 1; run <= 40; run++) {
            Materialization late = materialization(RATINGS, step(2 * run, 1), 0, slice("1996", "late"))
                    .under(2L * run);
            Materialization removal = new Materialization(
                            step(2 * run + 1, 1), RATINGS, 1, "code", AT, List.of(), PartitionSet.of("1996"))
                    .under(2L * run + 1);
            atOnce(List.of(() -> recorded(late), () -> recorded(removal)));
            assertThat(dataVersions()).as("run " + run).isEmpty();
        }
    }

    private Materialization recorded(Materialization done) {
        ledger.record(done);
        return done;
    }

    @Test
    void aSliceThatALaterLeaseWroteIsNotRemovedByAFormerOne() {
        ledger.record(
                materialization(RATINGS, step(2, 1), 1, slice("1996", "b")).under(20));
        Materialization late =
                new Materialization(step(1, 1), RATINGS, 0, "code", AT, List.of(), PartitionSet.of("1996")).under(10);
        ledger.record(late);
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "b"));
        assertThat(ledger.snapshot().with(late).isMaterialized(RATINGS)).isTrue();
    }

    @Test
    void aTableThatWasDroppedAndMadeAnewGoesOn() {
        ledger.record(
                materialization(RATINGS, step(1, 1), 7, slice("1996", "old")).under(10));
        ledger.record(
                materialization(RATINGS, step(2, 1), 0, slice("1996", "new")).under(20));
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "new"));
        assertThat(ledger.snapshot().tableVersion(RATINGS)).hasValue(0);
    }

    @Test
    void whatDoesNotSayItsLeaseTakesThePlaceOfWhatWasThere() {
        ledger.record(
                materialization(RATINGS, step(1, 1), 0, slice("1996", "a")).under(10));
        ledger.record(materialization(RATINGS, step(2, 1), 1, slice("1996", "b")));
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "b"));
        ledger.record(
                materialization(RATINGS, step(3, 1), 2, slice("1996", "c")).under(5));
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "c"));
    }

    @Test
    void removedSlicesDisappear() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a"), slice("1997", "b")));
        ledger.record(new Materialization(
                step(2, 1), RATINGS, 1, "code", AT, List.of(slice("1997", "c")), PartitionSet.of("1996", "1890")));
        assertThat(dataVersions()).isEqualTo(Map.of("1997", "c"));
    }

    @Test
    void aMaterializationMayOnlyRemove() {
        Materialization first = materialization(RATINGS, step(1, 1), 0, slice("1996", "a"));
        Materialization second =
                new Materialization(step(2, 1), RATINGS, 1, "code", AT, List.of(), PartitionSet.of("1996"));
        ledger.record(first);
        ledger.record(second);
        assertThat(dataVersions()).isEmpty();
        assertThat(ledger.history(RATINGS, 10)).containsExactly(second, first);
    }

    @Test
    void aRemovedSliceMayComeBack() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a")));
        ledger.record(new Materialization(step(2, 1), RATINGS, 1, "code", AT, List.of(), PartitionSet.of("1996")));
        ledger.record(materialization(RATINGS, step(3, 1), 2, slice("1996", "b")));
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "b"));
    }

    @Test
    void recordingAStepTwiceChangesNothing() {
        Materialization first = materialization(RATINGS, step(1, 1), 0, slice("1996", "a"));
        Materialization second = materialization(RATINGS, step(2, 1), 1, slice("1996", "b"));
        ledger.record(first);
        ledger.record(first);
        ledger.record(second);
        ledger.record(first);
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "b"));
        assertThat(ledger.history(RATINGS, 10)).containsExactly(second, first);
    }

    @Test
    void aSnapshotDoesNotChangeAfterwards() {
        LedgerSnapshot before = ledger.snapshot();
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a")));
        assertThat(before.isMaterialized(RATINGS)).isFalse();
    }

    @Test
    void historyIsNewestFirstOfOneAssetAndNoLongerThanAskedFor() {
        List<Materialization> recorded = new ArrayList<>();
        for (int run = 1; run <= 12; run++) {
            Materialization done = materialization(RATINGS, step(run, run), run, slice("1996", "a" + run));
            ledger.record(done);
            ledger.record(materialization(STATS, step(run, run + 1), run, slice("", "s" + run)));
            recorded.add(0, done);
        }
        assertThat(ledger.history(RATINGS, 100)).isEqualTo(recorded);
        assertThat(ledger.history(RATINGS, 3)).isEqualTo(recorded.subList(0, 3));
        assertThat(ledger.history(RATINGS, 0)).isEmpty();
    }

    @Test
    void whatALaterRunReplacedIsStillInTheHistoryInFull() {
        Materialization first = new Materialization(
                step(1, 10),
                RATINGS,
                7,
                "code",
                AT,
                List.of(slice("", "w"), slice("1996", "a"), slice("1997", "b")),
                PartitionSet.of("1890", "1891"));
        ledger.record(first);
        ledger.record(materialization(RATINGS, step(2, 1), 8, slice("1996", "c")));
        assertThat(ledger.history(RATINGS, 10).get(1)).isEqualTo(first);
    }

    @Test
    void intentsStandUntilTheyAreRecordedOrAbandoned() {
        Intent one = new Intent(step(1, 1), RATINGS);
        Intent two = new Intent(step(1, 2), STATS);
        Intent three = new Intent(step(1, 3), RATINGS);
        List.of(one, two, three).forEach(ledger::intend);
        assertThat(ledger.intents()).containsExactly(one, two, three);
        ledger.record(materialization(STATS, step(1, 2), 0, slice("", "s")));
        assertThat(ledger.intents()).containsExactly(one, three);
        ledger.abandon(one);
        assertThat(ledger.intents()).containsExactly(three);
        assertThat(ledger.snapshot().isMaterialized(RATINGS)).isFalse();
    }

    @Test
    void intentsComeOldestStepFirstWhateverOrderTheyWereSaidIn() {
        for (StepId step : List.of(step(2, 10), step(2, 2), step(1, 11))) {
            ledger.intend(new Intent(step, RATINGS));
        }
        assertThat(ledger.intents()).extracting(Intent::step).containsExactly(step(1, 11), step(2, 2), step(2, 10));
    }

    @Test
    void sayingAnIntentTwiceChangesNothing() {
        Intent intent = new Intent(step(1, 1), RATINGS);
        ledger.intend(intent);
        ledger.intend(intent);
        assertThat(ledger.intents()).containsExactly(intent);
        ledger.abandon(intent);
        assertThat(ledger.intents()).isEmpty();
    }

    @Test
    void abandoningOrRecordingWithoutAnIntentIsNoError() {
        ledger.abandon(new Intent(step(1, 1), RATINGS));
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a")));
        ledger.abandon(new Intent(step(1, 1), RATINGS));
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "a"));
    }

    @Test
    void recordingAStepAgainDropsAnIntentThatCameBack() {
        Materialization done = materialization(RATINGS, step(1, 1), 0, slice("1996", "a"));
        ledger.record(done);
        ledger.intend(new Intent(step(1, 1), RATINGS));
        ledger.record(done);
        assertThat(ledger.intents()).isEmpty();
    }

    @Test
    void stepsThatRecordAtOnceAreAllRecordedOnce() throws Exception {
        atOnce(IntStream.range(0, 8)
                .<Callable<Object>>mapToObj(thread -> () -> {
                    for (int number = 1; number <= 10; number++) {
                        AssetKey asset = AssetKey.parse("gold/test/a" + thread);
                        ledger.intend(new Intent(step(thread + 2, number), asset));
                        ledger.record(
                                materialization(asset, step(thread + 2, number), number, slice("p" + number, "a")));
                        ledger.record(materialization(RATINGS, step(1, number), number, slice("p" + number, "a")));
                    }
                    return ledger.snapshot();
                })
                .toList());
        for (int thread = 0; thread < 8; thread++) {
            AssetKey asset = AssetKey.parse("gold/test/a" + thread);
            assertThat(ledger.snapshot().partitions(asset, true).size()).isEqualTo(10);
            assertThat(ledger.history(asset, 100)).hasSize(10);
        }
        assertThat(ledger.history(RATINGS, 100)).hasSize(10);
        assertThat(ledger.intents()).isEmpty();
    }

    @Test
    void whatIsToldOfAnAssetTakesThePlaceOfWhatWasKnown() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "wrong"), slice("1990", "gone")));
        ledger.record(materialization(STATS, step(1, 2), 7, slice("", "kept")));
        ledger.intend(new Intent(step(2, 1), RATINGS));
        ledger.intend(new Intent(step(2, 2), STATS));
        Materialization first = materialization(RATINGS, step(3, 1), 0, slice("1996", "a"), slice("1997", "b"));
        Materialization second = materialization(RATINGS, step(4, 1), 1, slice("1997", "c"));

        rebuild().replace(() -> Map.of(RATINGS, List.of(first, second)));

        assertThat(dataVersions()).isEqualTo(Map.of("1996", "a", "1997", "c"));
        assertThat(ledger.history(RATINGS, 10)).containsExactly(second, first);
        assertThat(ledger.snapshot().isMaterialized(STATS)).isTrue();
        assertThat(ledger.intents()).containsExactly(new Intent(step(2, 2), STATS));
        ledger.record(first);
        assertThat(dataVersions()).isEqualTo(Map.of("1996", "a", "1997", "c"));
    }

    @Test
    void whereNothingCanBeToldNothingChanges() {
        ledger.record(materialization(RATINGS, step(1, 1), 0, slice("1996", "a")));

        assertThatThrownBy(() -> rebuild().replace(() -> {
                    throw new IllegalStateException("a run is live");
                }))
                .hasMessageContaining("a run is live");

        assertThat(dataVersions()).isEqualTo(Map.of("1996", "a"));
    }

    /** Whoever keeps a ledger for long can also restore it. */
    private LedgerRebuild rebuild() {
        return (LedgerRebuild) ledger;
    }

    private Map<String, String> dataVersions() {
        Map<String, String> versions = new java.util.TreeMap<>();
        ledger.snapshot()
                .entries(RATINGS)
                .forEach((partition, entry) ->
                        versions.put(partition.toString(), entry.slice().dataVersion()));
        return versions;
    }

    private static StepId step(int run, int number) {
        return new StepId(new RunId("01JNA000000000000000000%03d".formatted(run)), number);
    }

    private static Slice slice(String partition, String dataVersion) {
        return new Slice(PartitionKey.parse(partition), dataVersion, 10, 2, Map.of("landing:test/a.csv", "h1"));
    }

    private static Materialization materialization(AssetKey asset, StepId step, long version, Slice... slices) {
        return new Materialization(step, asset, version, "code-" + version, AT, List.of(slices), PartitionSet.empty());
    }

    private static void atOnce(List<Callable<Object>> work) throws Exception {
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
            for (Future<Object> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

package dev.ingot.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.testing.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The columns hold what a plain map would. */
class LedgerSnapshotTest {
    private static final List<AssetKey> ASSETS =
            List.of(AssetKey.parse("gold/t/a"), AssetKey.parse("gold/t/b"), AssetKey.parse("silver/t/c"));
    private static final List<PartitionKey> KEYS = List.of(
            PartitionKey.whole(), PartitionKey.of("1996"), PartitionKey.of("1997"), PartitionKey.of("a b", "c"));

    @Test
    void aSnapshotHoldsWhatTheMaterializationsLeft() {
        Property.forAll(500, random -> {
            Map<AssetKey, Map<PartitionKey, LedgerEntry>> expected = new HashMap<>();
            LedgerSnapshot snapshot = LedgerSnapshot.empty();
            for (int number = 1; number < 12; number++) {
                Materialization done = materialization(random, number);
                LedgerSnapshot before = snapshot;
                Map<PartitionKey, LedgerEntry> then = Map.copyOf(before.entries(done.asset()));
                snapshot = snapshot.with(done);
                assertThat(before.entries(done.asset())).isEqualTo(then);
                Map<PartitionKey, LedgerEntry> slices = expected.computeIfAbsent(done.asset(), any -> new TreeMap<>());
                done.removed().forEach(slices::remove);
                done.slices().forEach(slice -> slices.put(slice.partition(), new LedgerEntry(done.commit(), slice)));
                assertHolds(snapshot, expected);
            }
            Map<AssetKey, List<LedgerEntry>> listed = new HashMap<>();
            expected.forEach((asset, slices) -> listed.put(asset, new ArrayList<>(slices.values())));
            assertHolds(LedgerSnapshot.of(listed), expected);
        });
    }

    @Test
    void ofTwoEntriesOfAKeyTheLastCounts() {
        Commit commit = new Commit(new StepId(run(), 1), 1, "c", Instant.EPOCH, Duration.ZERO);
        LedgerEntry first = new LedgerEntry(commit, slice(new Random(1), KEYS.get(1)));
        LedgerEntry last = new LedgerEntry(commit, slice(new Random(2), KEYS.get(1)));
        LedgerSnapshot snapshot = LedgerSnapshot.of(Map.of(ASSETS.get(0), List.of(first, last)));
        assertThat(snapshot.entries(ASSETS.get(0))).isEqualTo(Map.of(KEYS.get(1), last));
    }

    private static void assertHolds(LedgerSnapshot snapshot, Map<AssetKey, Map<PartitionKey, LedgerEntry>> expected) {
        for (AssetKey asset : ASSETS) {
            Map<PartitionKey, LedgerEntry> slices = expected.getOrDefault(asset, Map.of());
            assertThat(snapshot.entries(asset)).isEqualTo(slices);
            assertThat(snapshot.isMaterialized(asset)).isEqualTo(!slices.isEmpty());
            assertThat(snapshot.tableVersion(asset)).isEqualTo(newest(slices));
            PartitionSet all = PartitionSet.of(slices.keySet());
            assertThat(snapshot.partitions(asset, true)).isEqualTo(all.minus(PartitionSet.whole()));
            assertThat(snapshot.partitions(asset, false)).isEqualTo(all.intersect(PartitionSet.whole()));
            for (PartitionKey key : KEYS) {
                assertThat(snapshot.entry(asset, key).orElse(null)).isEqualTo(slices.get(key));
            }
        }
    }

    private static OptionalLong newest(Map<PartitionKey, LedgerEntry> slices) {
        return slices.values().stream()
                .mapToLong(entry -> entry.commit().tableVersion())
                .max();
    }

    private static Materialization materialization(Random random, int number) {
        List<Slice> slices = new ArrayList<>();
        List<PartitionKey> removed = new ArrayList<>();
        for (PartitionKey key : KEYS) {
            switch (random.nextInt(4)) {
                case 0 -> slices.add(slice(random, key));
                case 1 -> removed.add(key);
                default -> {}
            }
        }
        return new Materialization(
                new StepId(run(), number),
                ASSETS.get(random.nextInt(ASSETS.size())),
                random.nextInt(100),
                "code" + random.nextInt(3),
                Instant.ofEpochSecond(number),
                Duration.ofSeconds(random.nextInt(5)),
                slices,
                PartitionSet.of(removed));
    }

    private static Slice slice(Random random, PartitionKey key) {
        Map<String, String> inputs = new HashMap<>();
        for (int input = random.nextInt(3); input > 0; input--) {
            inputs.put("input" + random.nextInt(4), Property.text(random, 2));
        }
        return new Slice(
                key, Property.text(random, 2), random.nextInt(9), random.nextInt(9), random.nextLong(1L << 40), inputs);
    }

    private static RunId run() {
        return new RunId("01JNA000000000000000000001");
    }
}

package dev.ingot.core.partition.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.testing.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of partitions added by hand must do. */
public abstract class DynamicPartitionsContract {
    /** A store without any set. */
    protected abstract DynamicPartitions create();

    @Test
    protected void beginsEmpty() {
        assertThat(create().all()).isEmpty();
    }

    @Test
    protected void tellsWhichKeysWereNew() {
        DynamicPartitions store = create();
        assertThat(store.add("shops", PartitionSet.of("fi", "se"))).isEqualTo(PartitionSet.of("fi", "se"));
        assertThat(store.add("shops", PartitionSet.of("se", "dk"))).isEqualTo(PartitionSet.of("dk"));
        assertThat(store.add("shops", PartitionSet.of("se"))).isEqualTo(PartitionSet.empty());
        assertThat(store.all()).isEqualTo(Map.of("shops", PartitionSet.of("dk", "fi", "se")));
    }

    @Test
    protected void tellsWhichKeysWereThereToRemove() {
        DynamicPartitions store = create();
        store.add("shops", PartitionSet.of("fi", "se"));
        assertThat(store.remove("shops", PartitionSet.of("se", "no"))).isEqualTo(PartitionSet.of("se"));
        assertThat(store.remove("shops", PartitionSet.of("se"))).isEqualTo(PartitionSet.empty());
        assertThat(store.remove("others", PartitionSet.of("se"))).isEqualTo(PartitionSet.empty());
        assertThat(store.all()).isEqualTo(Map.of("shops", PartitionSet.of("fi")));
    }

    @Test
    protected void aSetIsGoneWithItsLastKey() {
        DynamicPartitions store = create();
        store.add("shops", PartitionSet.of("fi"));
        store.remove("shops", PartitionSet.of("fi"));
        store.add("none", PartitionSet.empty());
        assertThat(store.all()).isEmpty();
    }

    @Test
    protected void setsDoNotMix() {
        DynamicPartitions store = create();
        store.add("a", PartitionSet.of("1"));
        store.add("b", PartitionSet.of("2"));
        store.remove("a", PartitionSet.of("2"));
        assertThat(store.all()).isEqualTo(Map.of("a", PartitionSet.of("1"), "b", PartitionSet.of("2")));
    }

    @Test
    protected void whatWasReadDoesNotChangeAfterwards() {
        DynamicPartitions store = create();
        store.add("a", PartitionSet.of("1"));
        Map<String, PartitionSet> before = store.all();
        store.add("a", PartitionSet.of("2"));
        store.add("b", PartitionSet.of("2"));
        assertThat(before).isEqualTo(Map.of("a", PartitionSet.of("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "a b", "a/b", "ä", "a'b", "a\u0000"})
    protected void namesAreLetters(String name) {
        DynamicPartitions store = create();
        assertRefused(() -> store.add(name, PartitionSet.of("1")));
        assertRefused(() -> store.remove(name, PartitionSet.of("1")));
        assertThat(store.all()).isEmpty();
    }

    @Test
    protected void aKeyOfNotOneValueIsRefusedAndNothingAdded() {
        DynamicPartitions store = create();
        PartitionSet mixed = PartitionSet.of(List.of(PartitionKey.of("1"), PartitionKey.of("1", "2")));
        assertRefused(() -> store.add("a", mixed));
        assertRefused(() -> store.add("a", PartitionSet.whole()));
        assertThat(store.all()).isEmpty();
    }

    @Test
    protected void doesWhatSetsDoWithWhateverKeys() {
        DynamicPartitions store = create();
        Map<String, TreeSet<PartitionKey>> model = new TreeMap<>();
        Property.forAll(40, random -> {
            String set = List.of("a", "b_2").get(random.nextInt(2));
            PartitionSet keys = keys(random);
            TreeSet<PartitionKey> expected = model.computeIfAbsent(set, unused -> new TreeSet<>());
            if (random.nextInt(3) > 0) {
                assertThat(store.add(set, keys)).isEqualTo(keys.filter(key -> !expected.contains(key)));
                keys.forEach(expected::add);
            } else {
                assertThat(store.remove(set, keys)).isEqualTo(keys.filter(expected::contains));
                keys.forEach(expected::remove);
            }
            Map<String, PartitionSet> held = new TreeMap<>();
            model.forEach((name, all) -> {
                if (!all.isEmpty()) {
                    held.put(name, PartitionSet.of(all));
                }
            });
            assertThat(store.all()).isEqualTo(held);
        });
    }

    @Test
    protected void ofManyWhoAddTheSameKeyOneIsToldSo() throws Exception {
        DynamicPartitions store = create();
        PartitionSet keys = PartitionSet.of("1", "2", "3");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                all.add(() -> store.add("a", keys).size());
            }
            int added = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                added += one.get();
            }
            assertThat(added).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    private static PartitionSet keys(Random random) {
        return PartitionSet.of(IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> Property.text(random, 2))
                .map(text -> PartitionKey.of(text.isEmpty() ? "x" : text))
                .toList());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IngotException.class,
                        refused -> assertThat(refused.diagnostic().code().id()).isEqualTo("invalid-partition"));
    }
}

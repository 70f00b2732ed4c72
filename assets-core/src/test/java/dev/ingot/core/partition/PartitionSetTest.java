package dev.ingot.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.testing.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartitionSetTest {
    private static final PartitionFacts NOW =
            new PartitionFacts(Instant.parse("2024-03-20T00:00:00Z"), Map.of("shops", PartitionSet.of("fi", "se")));
    private static final Partitioning DAYS =
            Partitioning.daily("day").start(LocalDate.of(2024, 3, 1)).build();
    private static final Partitioning REGIONS = Partitioning.fixed("region", List.of("eu", "us"));
    private static final Partitioning CROSSED = Partitioning.crossed(DAYS, REGIONS);

    @Test
    void setsDoWhatTreeSetsDoInWhateverSpace() {
        Property.forAll(3000, random -> {
            List<PartitionKey> universe = universe(random);
            PartitionSet left = set(random, universe);
            PartitionSet right = set(random, universe);
            TreeSet<PartitionKey> a = new TreeSet<>(left.stream().toList());
            TreeSet<PartitionKey> b = new TreeSet<>(right.stream().toList());
            TreeSet<PartitionKey> both = new TreeSet<>(a);
            both.addAll(b);
            TreeSet<PartitionKey> common = new TreeSet<>(a);
            common.retainAll(b);
            TreeSet<PartitionKey> rest = new TreeSet<>(a);
            rest.removeAll(b);
            assertSame(left.union(right), both);
            assertSame(left.intersect(right), common);
            assertSame(left.minus(right), rest);
            assertThat(left.containsAll(right)).isEqualTo(a.containsAll(b));
            assertThat(left.intersects(right)).isEqualTo(!common.isEmpty());
            assertThat(left.equals(right)).isEqualTo(a.equals(b));
            assertPieces(left, a, random, universe);
        });
    }

    private static void assertSame(PartitionSet set, TreeSet<PartitionKey> model) {
        assertThat(set.stream()).containsExactlyElementsOf(model);
        assertThat(set.size()).isEqualTo(model.size());
        PartitionSet listed = PartitionSet.of(model);
        assertThat(set).isEqualTo(listed).hasSameHashCodeAs(listed);
        assertThat(listed).isEqualTo(set);
    }

    private static void assertPieces(
            PartitionSet set, TreeSet<PartitionKey> model, Random random, List<PartitionKey> universe) {
        List<PartitionKey> chunked = new ArrayList<>();
        set.chunks(1 + random.nextInt(4)).forEach(chunk -> chunk.forEach(chunked::add));
        assertThat(chunked).containsExactlyElementsOf(model);
        List<PartitionKey> ranged = new ArrayList<>();
        set.ranges().forEach(range -> set.range(range.first(), range.last()).forEach(ranged::add));
        assertThat(ranged).containsExactlyElementsOf(model);
        PartitionKey one = universe.get(random.nextInt(universe.size()));
        PartitionKey two = universe.get(random.nextInt(universe.size()));
        PartitionKey first = one.compareTo(two) < 0 ? one : two;
        PartitionKey last = one.compareTo(two) < 0 ? two : one;
        assertThat(set.range(first, last).stream()).containsExactlyElementsOf(model.subSet(first, true, last, true));
    }

    private static List<PartitionKey> universe(Random random) {
        List<PartitionKey> keys = new ArrayList<>();
        if (random.nextBoolean()) {
            CROSSED.stated(NOW).orElseThrow().forEach(keys::add);
        } else {
            DAYS.stated(NOW).orElseThrow().forEach(keys::add);
            keys.add(PartitionKey.of("x"));
            keys.add(PartitionKey.of("2024-03-04", "eu"));
            keys.add(PartitionKey.whole());
        }
        return keys;
    }

    private static PartitionSet set(Random random, List<PartitionKey> universe) {
        Collections.shuffle(universe, random);
        List<PartitionKey> some = universe.subList(0, random.nextInt(universe.size()));
        PartitionSet listed = PartitionSet.of(some);
        PartitionFacts earlier = PartitionFacts.at(NOW.now().minusSeconds(86_400L * random.nextInt(10)));
        return switch (random.nextInt(4)) {
            case 0 -> CROSSED.stated(earlier).orElseThrow().intersect(listed);
            case 1 -> DAYS.stated(earlier).orElseThrow().intersect(listed);
            case 2 -> DAYS.stated(earlier).orElseThrow().minus(listed);
            default -> listed;
        };
    }

    @Test
    void rangesAreOfNeighbours() {
        PartitionSet days = DAYS.stated(NOW).orElseThrow();
        assertThat(days.filter(key -> !key.value().equals("2024-03-05")))
                .hasToString("2024-03-01..2024-03-04, 2024-03-06..2024-03-19");
        assertThat(CROSSED.stated(NOW)
                        .orElseThrow()
                        .range(PartitionKey.of("2024-03-02", "eu"), PartitionKey.of("2024-03-03", "us")))
                .hasToString("2024-03-02~eu, 2024-03-02~us, 2024-03-03~eu, 2024-03-03~us");
        assertThatThrownBy(() -> days.range(PartitionKey.of("2"), PartitionKey.of("1")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("backwards");
    }

    @Test
    void emptySetsHaveNoEnds() {
        assertThatThrownBy(() -> PartitionSet.empty().first()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PartitionSet.empty().last()).isInstanceOf(IllegalStateException.class);
        assertThat(PartitionSet.empty().ranges()).isEmpty();
        assertThat(PartitionSet.empty().chunks(3)).isEmpty();
    }

    @Test
    void crossedKeysAreAllCombinationsInOrder() {
        Partitioning three = Partitioning.crossed(CROSSED, Partitioning.dynamic("shop", "shops"));
        PartitionSet keys = three.stated(NOW).orElseThrow();
        assertThat(three.columns()).containsExactly("day", "region", "shop");
        assertThat(keys.stream().toList()).hasSize(19 * 2 * 2).isSorted();
        assertThat(keys.first()).hasToString("2024-03-01~eu~fi");
        for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
            assertThat(keys.space().ordinal(keys.space().key(ordinal))).isEqualTo(ordinal);
        }
        assertThat(three.check(PartitionKey.of("2024-03-01", "eu", "fi"), NOW)).isNotNull();
        assertThatThrownBy(() -> three.check(PartitionKey.of("2024-03-01", "eu", "no"), NOW))
                .isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> three.check(PartitionKey.of("2024-03-01", "eu"), NOW))
                .isInstanceOf(IngotException.class);
    }

    @Test
    void aDimensionThatOnlyTheSourceTellsMakesTheWholeDiscovered() {
        Partitioning crossed = Partitioning.crossed(DAYS, Partitioning.presentInSource("shop"));
        assertThat(crossed.isDiscovered()).isTrue();
        assertThat(crossed.stated(NOW)).isEmpty();
        assertThatThrownBy(() -> crossed.check(PartitionKey.of("2023-03-01", "any"), NOW))
                .isInstanceOf(IngotException.class);
        assertThat(crossed.check(PartitionKey.of("2024-03-01", "any"), NOW)).isNotNull();
    }

    @Test
    void whatCannotBeCrossedIsRefused() {
        assertThatThrownBy(() -> Partitioning.crossed(DAYS, DAYS)).hasMessageContaining("cannot be crossed");
        assertThatThrownBy(() -> Partitioning.crossed(DAYS)).hasMessageContaining("cannot be crossed");
        assertThatThrownBy(() -> Partitioning.crossed(DAYS, Partitioning.unpartitioned()))
                .hasMessageContaining("cannot be crossed");
        Partitioning minutes =
                Partitioning.cron("minute", "* * * * *").start(1990).build();
        assertThatThrownBy(() -> Partitioning.crossed(
                                minutes, Partitioning.daily("day").start(2020).build())
                        .stated(NOW))
                .hasMessageContaining("too many");
    }

    @Test
    void aMillionKeysAreMappedByRanges() {
        TimeWindows hours = Partitioning.hourly("hour").start(1900).build();
        Partitioning crossed = Partitioning.crossed(hours, REGIONS);
        PartitionFacts facts = PartitionFacts.at(Instant.parse("2020-01-01T00:00:00Z"));
        PartitionMapping.Side side =
                new PartitionMapping.Side(crossed, crossed.stated(facts).orElseThrow());
        PartitionMapping mapping = PartitionMapping.dimensions()
                .map("hour", PartitionMapping.lookback(3))
                .map("region", PartitionMapping.identity());
        PartitionSet all = side.keys();
        assertThat(mapping.upstreamOf(all, new PartitionMapping.Sides(side, side)))
                .isEqualTo(all);
        assertThat(all.size()).isGreaterThan(2_000_000);
    }
}

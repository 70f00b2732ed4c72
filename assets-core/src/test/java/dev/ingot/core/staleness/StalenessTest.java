package dev.ingot.core.staleness;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.testing.World;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StalenessTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey YEARS = AssetKey.parse("silver/t/years");
    private static final AssetKey FACT = AssetKey.parse("gold/t/fact");
    private static final AssetKey TOTAL = AssetKey.parse("gold/t/total");

    private final World world = new World(
                    spec("bronze/t/raw").source("t/raw.csv"),
                    spec("silver/t/years").reads(RAW).partitioned(Partitioning.presentInSource("year")),
                    spec("gold/t/fact")
                            .reads(YEARS, PartitionMapping.identity())
                            .partitioned(Partitioning.presentInSource("year")),
                    spec("gold/t/total").reads(YEARS))
            .holds("silver/t/years", "1996", "1997");

    @Test
    void withNothingThereTheWholeIsMissingAndWhatFollowsHasNothingToMiss() {
        assertThat(stale(RAW)).isEqualTo(Map.of("", "missing"));
        assertThat(stale(YEARS)).isEqualTo(Map.of("", "missing"));
        assertThat(stale(FACT)).isEmpty();
        assertThat(world.staleness().discovers(YEARS)).isTrue();
        assertThat(world.staleness().discovers(FACT)).isFalse();
        assertThat(world.staleness().isSettled(FACT)).isFalse();
        assertThat(world.staleness().isSettled(RAW)).isTrue();
    }

    @Test
    void afterARunNothingIsStale() {
        world.run(world.plan());
        world.graph().keys().forEach(key -> assertThat(stale(key)).isEmpty());
        assertThat(world.staleness().partitions(FACT)).isEqualTo(PartitionSet.of("1996", "1997"));
        assertThat(world.staleness().isSettled(FACT)).isTrue();
    }

    @Test
    void aChangedSourceIsNamed() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        assertThat(stale(RAW)).isEqualTo(Map.of("", "source changed: t/raw.csv"));
        assertThat(stale(YEARS)).isEmpty();
        world.sources.remove("t/raw.csv");
        assertThat(stale(RAW)).isEqualTo(Map.of("", "source changed: t/raw.csv"));
    }

    @Test
    void aChangedUpstreamMakesEveryPartitionAndTheDiscoveryStale() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        world.run(world.plan("bronze"));
        String why = "upstream changed: bronze/t/raw";
        assertThat(stale(YEARS)).isEqualTo(Map.of("", why, "1996", why, "1997", why));
        assertThat(world.staleness().isSettled(FACT)).isFalse();
    }

    @Test
    void changedCodeMakesAllSlicesStaleBesideOtherReasons() {
        world.run(world.plan());
        world.code.put(RAW, "2");
        world.sources.put("t/raw.csv", "v2");
        assertThat(stale(RAW)).isEqualTo(Map.of("", "source changed: t/raw.csv; code changed"));
    }

    @Test
    void aFollowerMissesTheNewPartitionAndLosesTheRemovedOne() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        world.holds("silver/t/years", "1997", "1998");
        world.run(world.plan("bronze, silver"));
        assertThat(stale(FACT))
                .isEqualTo(Map.of("1996", "removed", "1997", "upstream changed: silver/t/years", "1998", "missing"));
        assertThat(stale(TOTAL)).isEqualTo(Map.of("", "upstream changed: silver/t/years"));
    }

    @Test
    void aPartitionThatTheDefinitionNoLongerStatesIsRemoved() {
        World wide = new World(spec("gold/t/fixed").source("t/a").partitioned(Partitioning.yearly("year", 1995, 1997)));
        wide.run(wide.plan());
        World narrow =
                new World(spec("gold/t/fixed").source("t/a").partitioned(Partitioning.yearly("year", 1996, 1998)));
        narrow.ledger = wide.ledger;
        assertThat(stale(narrow, AssetKey.parse("gold/t/fixed")))
                .isEqualTo(Map.of("1995", "removed", "1998", "missing"));
        narrow.run(narrow.plan());
        assertThat(narrow.plan().isEmpty()).isTrue();
    }

    @Test
    void whatIsToBeRemovedIsReadUntilItIs() {
        World wide = years(1998);
        wide.run(wide.plan());
        World narrow = years(1997);
        narrow.ledger = wide.ledger;
        assertThat(stale(narrow, YEARS)).isEqualTo(Map.of("1998", "removed"));
        assertThat(narrow.plan("gold").isEmpty()).isTrue();

        assertThat(narrow.plan("+gold/t/next@1996").isEmpty()).isTrue();
        Plan plan = narrow.plan("+gold/t/next@1997");
        assertThat(plan.steps())
                .extracting(step -> step.asset() + "@" + step.scope().text() + ": " + step.why())
                .containsExactly("silver/t/years@1998: removed", "gold/t/next@1997: upstream changed: silver/t/years");
        narrow.run(plan);
        assertThat(stale(narrow, TOTAL)).isEqualTo(Map.of("", "upstream changed: silver/t/years"));
        narrow.run(narrow.plan());
        assertThat(narrow.plan().isEmpty()).isTrue();
    }

    /** A year, with a reader of each and the next, and one of all. */
    private static World years(int last) {
        return new World(
                spec("silver/t/years").source("t/a").partitioned(Partitioning.yearly("year", 1995, last)),
                spec("gold/t/next")
                        .reads(YEARS, PartitionMapping.offset(0, 1))
                        .partitioned(Partitioning.yearly("year", 1995, 1997)),
                spec("gold/t/total").reads(YEARS));
    }

    @Test
    void inputsAreRecordedByNameAndDifferWhereTheUpstreamDoes() {
        world.run(world.plan());
        Map<String, String> of1996 = world.staleness().inputs(FACT, PartitionKey.of("1996"));
        Map<String, String> of1997 = world.staleness().inputs(FACT, PartitionKey.of("1997"));
        assertThat(of1996).containsOnlyKeys("silver/t/years").isNotEqualTo(of1997);
        assertThat(world.staleness().inputs(RAW, PartitionKey.whole())).isEqualTo(Map.of("landing:t/raw.csv", "v1"));
    }

    @Test
    void askedOnceASourceIsAskedOnce() {
        AtomicInteger asked = new AtomicInteger();
        SourceVersions counting = source -> Optional.of(source + asked.incrementAndGet());
        SourceVersions once = counting.once();
        assertThat(once.version("a")).contains("a1").isEqualTo(once.version("a"));
        assertThat(once.version("b")).contains("b2");
    }

    private Map<String, String> stale(AssetKey key) {
        return stale(world, key);
    }

    private static Map<String, String> stale(World world, AssetKey key) {
        StaleSlices stale = world.staleness().stale(key);
        return stale.partitions().stream()
                .collect(Collectors.toMap(
                        PartitionKey::toString,
                        slice -> stale.reasons(slice).stream()
                                .map(Reason::toString)
                                .collect(Collectors.joining("; "))));
    }
}

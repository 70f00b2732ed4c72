package dev.ingot.core.staleness;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey COPY = AssetKey.parse("silver/t/copy");
    private static final AssetKey TOTAL = AssetKey.parse("gold/t/total");

    private final World world = new World(
            yearly("bronze/t/raw").source("t/raw.csv"),
            yearly("silver/t/copy").reads(RAW, PartitionMapping.identity()),
            spec("gold/t/total").reads(COPY, PartitionMapping.all()));

    private static AssetSpec.Builder yearly(String key) {
        return spec(key).partitioned(Partitioning.yearly("year", 1996, 1998));
    }

    @Test
    void whatIsFreshHasNoCause() {
        world.run(world.plan());
        assertThat(causes(world, TOTAL)).isEmpty();
    }

    @Test
    void theChainBeginsWhereSomethingChanged() {
        world.run(world.plan());
        world.code.put(RAW, "2");
        assertThat(causes(world, TOTAL))
                .containsExactly(
                        "gold/t/total: upstream changed: silver/t/copy",
                        "  silver/t/copy 1996..1998: upstream changed: bronze/t/raw",
                        "    bronze/t/raw 1996..1998: code changed");
        assertThat(causes(world, RAW)).containsExactly("bronze/t/raw 1996..1998: code changed");
    }

    @Test
    void ofOneSliceOnlyWhatItIsMadeFromIsTold() {
        world.run(world.plan());
        world.code.put(RAW, "2");
        assertThat(lines(Causes.of(world.staleness(), COPY, Optional.of(PartitionKey.of("1997"))), ""))
                .containsExactly(
                        "silver/t/copy 1997: upstream changed: bronze/t/raw", "  bronze/t/raw 1997: code changed");
        assertThat(Causes.of(world.staleness(), COPY, Optional.of(PartitionKey.of("2050"))))
                .isEmpty();
    }

    @Test
    void anInputThatIsFreshAndWasMadeAnewEndsTheChain() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        world.run(world.plan("bronze"));
        assertThat(causes(world, COPY)).containsExactly("silver/t/copy 1996..1998: upstream changed: bronze/t/raw");
    }

    @Test
    void whatIsMissingNeedsNoOtherReason() {
        world.run(world.plan("bronze"));
        world.sources.put("t/raw.csv", "v2");
        assertThat(causes(world, COPY)).containsExactly("silver/t/copy 1996..1998: missing");
    }

    @Test
    void aDiscoveryUpstreamIsFollowed() {
        World discovered = new World(
                        spec("bronze/t/raw").source("t/raw.csv"),
                        spec("silver/t/copy").reads(RAW).partitioned(Partitioning.presentInSource("year")),
                        spec("gold/t/total").reads(COPY))
                .holds("silver/t/copy", "1996", "1997");
        discovered.run(discovered.plan());
        discovered.sources.put("t/raw.csv", "v2");
        assertThat(causes(discovered, TOTAL))
                .containsExactly(
                        "gold/t/total: upstream changed: silver/t/copy",
                        "  silver/t/copy , 1996..1997: upstream changed: bronze/t/raw",
                        "    bronze/t/raw: source changed: t/raw.csv");
    }

    @Test
    void aDiamondIsExplainedOnceAndAGreatTreeEndsSomewhere() {
        List<AssetSpec.Builder> specs = new ArrayList<>();
        specs.add(spec("gold/t/a0").source("t/a"));
        for (int number = 1; number < 300; number++) {
            AssetSpec.Builder next = spec("gold/t/a" + number);
            for (int upstream = Math.max(0, number - 3); upstream < number; upstream++) {
                next.reads(AssetKey.parse("gold/t/a" + upstream));
            }
            specs.add(next);
        }
        World many = new World(specs.toArray(AssetSpec.Builder[]::new));
        many.run(many.plan());
        many.code.put(AssetKey.parse("gold/t/a0"), "2");
        assertThat(causes(many, AssetKey.parse("gold/t/a3")))
                .hasSize(7)
                .containsOnlyOnce("  gold/t/a1: upstream changed: gold/t/a0");
        assertThat(causes(many, AssetKey.parse("gold/t/a299"))).hasSizeBetween(100, 400);
    }

    private static List<String> causes(World world, AssetKey asset) {
        return lines(Causes.of(world.staleness(), asset, Optional.empty()), "");
    }

    private static List<String> lines(List<Cause> causes, String indent) {
        List<String> lines = new ArrayList<>();
        for (Cause cause : causes) {
            String slices = cause.partitions().toString();
            lines.add(indent + cause.asset() + (slices.isEmpty() ? "" : " " + slices) + ": " + cause.reason());
            lines.addAll(lines(cause.because(), indent + "  "));
        }
        return lines;
    }
}

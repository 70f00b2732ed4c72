package dev.ingot.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.core.testing.ClockChange;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.Property;
import dev.ingot.core.testing.RandomMappings;
import dev.ingot.core.testing.World;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans of random projects with random pasts are topological, minimal and complete. */
class RandomPlansTest {
    private static final List<Partitioning> PARTITIONINGS = List.of(
            Partitioning.unpartitioned(),
            Partitioning.yearly("year", 2001, 2003),
            Partitioning.presentInSource("year"));
    private static final List<Integer> BATCHES = List.of(0, 2, 7);
    private static final List<String> REGIONS = List.of("fi", "sv", "se~1");

    @Test
    void aPlanIsTopologicalMinimalAndComplete() {
        Property.forAll(200, random -> {
            World world = world(random);
            for (int round = 0; round < 4; round++) {
                Plan plan = world.plan(PlanRequest.builder()
                        .batching(Batching.ofPartitions(BATCHES.get(random.nextInt(3))))
                        .build());
                assertTopological(plan);
                assertMinimal(world, plan);
                assertThat(world.run(plan).run().status()).isEqualTo(RunStatus.SUCCEEDED);
                assertComplete(world);
                assertThat(world.plan().steps()).as("after round " + round).isEmpty();
                change(world, random);
            }
        });
    }

    @Test
    void aPlanAfterFailuresContinuesUntilNothingIsLeft() {
        Property.forAll(200, random -> {
            World world = world(random);
            for (AssetKey asset : world.graph().keys()) {
                if (random.nextInt(3) == 0) {
                    world.executor.behaviours.put(asset, (context, executor) -> {
                        executor.behaviours.remove(asset);
                        throw new IllegalStateException("the first time fails");
                    });
                }
            }
            int attempts = 0;
            for (Plan plan = world.plan(); !plan.isEmpty(); plan = world.plan()) {
                world.run(plan);
                assertThat(++attempts).isLessThanOrEqualTo(world.graph().keys().size() + 1);
            }
        });
    }

    @Test
    void aForcedPlanRunsEverythingThatHasSlices() {
        Property.forAll(100, random -> {
            World world = world(random);
            world.run(world.plan());
            Plan forced = world.plan(PlanRequest.builder().force(Force.CHOSEN).build());
            assertThat(forced.steps()).hasSameSizeAs(world.graph().keys());
            assertThat(forced.steps()).allMatch(step -> step.forced());
            world.run(forced);
            assertThat(world.plan().steps()).isEmpty();
        });
    }

    private static void assertTopological(Plan plan) {
        int number = 0;
        for (PlanStep step : plan.steps()) {
            assertThat(step.number()).isEqualTo(++number);
            assertThat(step.after()).allMatch(before -> before < step.number());
        }
    }

    private static Set<AssetKey> upstream(Plan plan, PlanStep step) {
        Set<AssetKey> upstream = new HashSet<>();
        step.after().forEach(number -> upstream.add(plan.steps().get(number - 1).asset()));
        return upstream;
    }

    /** Each step is stale by itself, was never made, or reads what another step writes. */
    private static void assertMinimal(World world, Plan plan) {
        Staleness staleness = world.staleness();
        LedgerSnapshot ledger = world.ledger.snapshot();
        for (PlanStep step : plan.steps()) {
            assertThat(step.reasons()).isNotEmpty();
            Set<Reason> own = new HashSet<>();
            own.addAll(staleness.stale(step.asset()).byReason().keySet());
            assertThat(step.reasons().stream().map(PlannedReason::reason))
                    .allMatch(reason -> own.contains(reason)
                            || reason.kind() == ReasonKind.MISSING && !ledger.isMaterialized(step.asset())
                            || reason.kind() == ReasonKind.UPSTREAM_CHANGED
                                    && upstream(plan, step).contains(AssetKey.parse(reason.detail())));
        }
    }

    /** There is a slice of each partition that exists, and no other. */
    private static void assertComplete(World world) {
        ProjectState state = world.state();
        for (AssetKey key : world.graph().keys()) {
            world.graph()
                    .spec(key)
                    .partitioning()
                    .stated(state.facts())
                    .ifPresent(all -> assertThat(state.ledger().slices(key).keys())
                            .as("slices of %s", key)
                            .isEqualTo(all));
        }
    }

    private static World world(Random random) {
        ClockChange change = ClockChange.of(random);
        int size = 2 + random.nextInt(8);
        List<AssetSpec.Builder> specs = new ArrayList<>();
        Map<AssetKey, Partitioning> made = new HashMap<>();
        List<AssetKey> keys = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            AssetSpec.Builder spec = FakeAsset.spec("gold/t/a" + number);
            Partitioning partitioning = partitioning(change, random);
            spec.partitioned(partitioning);
            boolean read = false;
            for (AssetKey other : keys) {
                if (random.nextInt(3) == 0) {
                    boolean fits = PartitionMapping.identity()
                            .problem(made.get(other), partitioning)
                            .isEmpty();
                    spec.reads(
                            other,
                            fits && random.nextInt(4) > 0
                                    ? PartitionMapping.identity()
                                    : mapping(made.get(other), partitioning, random));
                    read = true;
                }
            }
            if (!read) {
                spec.source("t/a" + number);
            }
            AssetKey key = AssetKey.parse("gold/t/a" + number);
            keys.add(key);
            made.put(key, partitioning);
            specs.add(spec);
        }
        World world = new World(specs.toArray(AssetSpec.Builder[]::new));
        keys.forEach(key -> holds(world, key, random));
        world.clock = Clock.fixed(change.now(), ZoneOffset.UTC);
        world.dynamic.put(ClockChange.SET, regions(random));
        return world;
    }

    /** Of windows, those of which one has ended: what nothing was ever written to cannot be read. */
    private static Partitioning partitioning(ClockChange change, Random random) {
        Partitioning chosen = PARTITIONINGS.get(random.nextInt(PARTITIONINGS.size()));
        PartitionFacts facts = change.facts(PartitionSet.of("fi"));
        while (random.nextBoolean()
                || chosen.stated(facts).filter(PartitionSet::isEmpty).isPresent()) {
            chosen = change.partitioning(random);
        }
        return chosen;
    }

    private static PartitionSet regions(Random random) {
        return PartitionSet.of(REGIONS.get(random.nextInt(3)), REGIONS.get(random.nextInt(3)));
    }

    private static PartitionMapping mapping(Partitioning upstream, Partitioning downstream, Random random) {
        PartitionMapping chosen = switch (random.nextInt(8)) {
            case 0 -> PartitionMapping.last();
            case 1 -> PartitionMapping.specific(PartitionSet.of("2001", "2003"));
            case 2 -> (own, sides) -> sides.upstream().keys().filter(key -> key.compareTo(own) <= 0);
            case 3 -> PartitionMapping.all();
            default -> RandomMappings.between(upstream, downstream, random);
        };
        return chosen.problem(upstream, downstream).isEmpty() ? chosen : PartitionMapping.all();
    }

    private static void holds(World world, AssetKey key, Random random) {
        // One of them always: what nothing was ever written to cannot be read.
        world.holds(
                key.toString(),
                Stream.concat(
                                Stream.of("2001"),
                                Stream.of("2002", "2003", "2004", "x y").filter(unused -> random.nextBoolean()))
                        .toArray(String[]::new));
    }

    private static void change(World world, Random random) {
        world.clock = Clock.offset(world.clock, Duration.ofHours(random.nextInt(40)));
        if (random.nextInt(3) == 0) {
            world.dynamic.put(ClockChange.SET, regions(random));
        }
        for (AssetKey key : world.graph().keys()) {
            switch (random.nextInt(6)) {
                case 0 -> world.code.put(key, "code" + random.nextInt());
                case 1 -> world.executor.constant.add(key);
                case 2 -> world.executor.constant.remove(key);
                default -> {}
            }
            for (String source : world.graph().spec(key).sources()) {
                if (random.nextBoolean()) {
                    world.sources.put(source, "v" + random.nextInt());
                    holds(world, key, random);
                }
            }
        }
    }
}

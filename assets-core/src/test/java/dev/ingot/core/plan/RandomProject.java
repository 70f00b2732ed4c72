package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerReader;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.run.Failures;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.core.testing.ClockChange;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.RandomMappings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Definitions whose partitions are all stated, around a change of the clocks, with mappings of every kind, and a ledger that agrees with them here and there. */
final class RandomProject {
    private static final List<Partitioning> PARTITIONINGS = List.of(
            Partitioning.unpartitioned(),
            Partitioning.yearly("year", 2001, 2004),
            Partitioning.yearly("year", 2003, 2006),
            Partitioning.fixed("part", List.of("a", "b", "c d")),
            Partitioning.monthly("month")
                    .start(LocalDate.of(2002, 11, 1))
                    .end(LocalDate.of(2003, 3, 1))
                    .build(),
            Partitioning.crossed(
                    Partitioning.yearly("year", 2003, 2004), Partitioning.fixed("part", List.of("a", "ö"))));
    /** Half an hour of daylight saving, so that hours there end where those elsewhere do not. */
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    /** Windows whose keys are short enough to be compared letter by letter. */
    private static final List<Partitioning> WINDOWS = List.of(
            Partitioning.daily("day")
                    .zone(LORD_HOWE)
                    .start(LocalDate.of(2026, 2, 25))
                    .build(),
            Partitioning.hourly("hour")
                    .zone(LORD_HOWE)
                    .start(LocalDateTime.of(2026, 2, 28, 20, 0))
                    .endOffset(1)
                    .build());

    private static final RunId RUN = new RunId("01JNA000000000000000000001");

    final AssetGraph graph;
    final ProjectState state;
    private final PartitionFacts facts;

    /** One around a change of the clocks. */
    static RandomProject of(Random random) {
        ClockChange change = ClockChange.of(random);
        PartitionFacts facts = change.facts(PartitionSet.of("fi", "sv", "ö").filter(key -> random.nextInt(5) > 0));
        return new RandomProject(
                random, facts, () -> random.nextBoolean() ? change.partitioning(random) : one(PARTITIONINGS, random));
    }

    /** One whose times are always the same, for ranges that are written down. */
    static RandomProject ofTheSameTimes(Random random) {
        PartitionFacts facts = PartitionFacts.at(Instant.parse("2026-03-01T10:00:00Z"));
        return new RandomProject(random, facts, () -> one(random.nextInt(4) == 0 ? WINDOWS : PARTITIONINGS, random));
    }

    private static Partitioning one(List<Partitioning> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private RandomProject(Random random, PartitionFacts facts, Supplier<Partitioning> partitionings) {
        this.facts = facts;
        graph = graph(random, partitionings);
        LedgerReader ledger = new LedgerReader();
        Map<AssetKey, Map<PartitionKey, StepId>> failures = new HashMap<>();
        ProjectState soFar = state(ledger, failures);
        for (AssetKey asset : graph.keys()) {
            if (random.nextInt(6) > 0) {
                Staleness staleness = new Staleness(graph, soFar);
                for (PartitionKey key : staleness.partitions(asset).union(leftOver(graph.spec(asset), random))) {
                    slice(random, staleness, asset, key).ifPresent(entry -> ledger.add(asset, entry));
                    if (random.nextInt(8) == 0) {
                        failures.computeIfAbsent(asset, any -> new HashMap<>())
                                .put(key, new StepId(RUN, 1 + random.nextInt(4)));
                    }
                }
            }
            soFar = state(ledger, failures);
        }
        state = soFar;
    }

    private ProjectState state(LedgerReader ledger, Map<AssetKey, Map<PartitionKey, StepId>> failures) {
        return new ProjectState(
                ledger.snapshot(), new Failures(failures), source -> Optional.of("v1"), asset -> "1", facts);
    }

    /** A slice that the definition does not state any more: one that some can name, or that hardly any can. */
    private static PartitionSet leftOver(AssetSpec spec, Random random) {
        return spec.partitioning().isPartitioned() && random.nextInt(4) == 0
                ? PartitionSet.of(random.nextBoolean() ? "1999" : "2030")
                : PartitionSet.empty();
    }

    private static Optional<LedgerEntry> slice(Random random, Staleness staleness, AssetKey asset, PartitionKey key) {
        if (random.nextInt(6) == 0) {
            return Optional.empty();
        }
        Map<String, String> inputs = new HashMap<>(staleness.inputs(asset, key));
        inputs.replaceAll((name, version) -> random.nextInt(12) == 0 ? "other" : version);
        if (random.nextInt(20) == 0) {
            inputs.clear();
        }
        // A step has one commit: its code goes by its number.
        StepId step = new StepId(RUN, 1 + random.nextInt(3));
        Commit commit =
                new Commit(step, 1, step.number() == 1 ? "0" : "1", Instant.EPOCH, Duration.ofSeconds(step.number()));
        String version = "v" + random.nextInt(1000);
        return Optional.of(new LedgerEntry(
                commit, new Slice(key, version, random.nextInt(50), 0, random.nextInt(3) * 100L, inputs)));
    }

    private AssetGraph graph(Random random, Supplier<Partitioning> partitionings) {
        List<FakeAsset> assets = new ArrayList<>();
        int size = 2 + random.nextInt(7);
        for (int number = 0; number < size; number++) {
            Partitioning partitioning = partitionings.get();
            AssetSpec.Builder spec = FakeAsset.spec("gold/t/a" + number).partitioned(partitioning);
            for (FakeAsset upstream : assets) {
                if (random.nextInt(3) == 0) {
                    spec.reads(upstream.key(), mapping(random, upstream.spec().partitioning(), partitioning));
                }
            }
            if (random.nextInt(3) == 0) {
                spec.source("t/a" + number);
            }
            assets.add(FakeAsset.of(spec));
        }
        return AssetGraph.of(assets);
    }

    private PartitionMapping mapping(Random random, Partitioning upstream, Partitioning downstream) {
        PartitionSet theirs = upstream.stated(facts).orElseThrow();
        PartitionMapping chosen = switch (random.nextInt(12)) {
            case 0 -> PartitionMapping.all();
            case 1 -> PartitionMapping.last();
            case 2 -> PartitionMapping.specific(theirs.filter(key -> random.nextBoolean()));
            case 3 -> table(random, theirs, downstream.stated(facts).orElseThrow());
            case 4 -> neighbours();
            case 5 -> PartitionMapping.offset(-1 - random.nextInt(2), random.nextInt(2));
            case 6 -> PartitionMapping.overlapping();
            case 7 -> PartitionMapping.dimensions().map("year", "year", PartitionMapping.lookback(1));
            case 8 -> PartitionMapping.identity();
            default -> RandomMappings.between(upstream, downstream, random);
        };
        return chosen.problem(upstream, downstream).isEmpty() ? chosen : PartitionMapping.all();
    }

    private static PartitionMapping table(Random random, PartitionSet upstream, PartitionSet downstream) {
        Map<PartitionKey, PartitionSet> needed = new HashMap<>();
        downstream.forEach(key -> needed.put(key, upstream.filter(any -> random.nextBoolean())));
        return PartitionMapping.table(needed);
    }

    /** A mapping of a user's own, with nothing but what it must have: the same key and what comes before it. */
    private static PartitionMapping neighbours() {
        return (downstream, sides) -> sides.upstream().keys().filter(key -> key.compareTo(downstream) <= 0);
    }
}

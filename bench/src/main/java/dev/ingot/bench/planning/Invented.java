package dev.ingot.bench.planning;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerReader;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.run.Failures;
import dev.ingot.core.staleness.ProjectState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A project that nobody has: ten levels of assets, each reading two of the level before, one in ten of these whole and the
 * others partition by partition; and a ledger in which a part of the slices is missing, of old code, or of other inputs.
 */
final class Invented {
    private static final int LEVELS = 10;
    private static final String SOURCE = "invented/all.csv";
    private static final Commit NOW = commit(1, "1");
    private static final Commit OLD = commit(2, "0");

    private final List<Definition> assets = new ArrayList<>();
    private final List<PartitionKey> partitions;
    private final Map<AssetKey, String> whole = new HashMap<>();

    /** An asset that is only defined. */
    private record Definition(AssetSpec spec) implements Asset {
        @Override
        public String kind() {
            return "invented";
        }
    }

    Invented(int size, int partitionsEach, Random random) {
        List<String> values =
                IntStream.range(0, partitionsEach).mapToObj(Integer::toString).toList();
        partitions = values.stream().map(PartitionKey::of).sorted().toList();
        Partitioning partitioning = Partitioning.fixed("part", values);
        int level = Math.max(size / LEVELS, 1);
        for (int number = 0; number < size; number++) {
            AssetSpec.Builder spec =
                    AssetSpec.of(key(number), "Invented.").codeVersion("1").partitioned(partitioning);
            if (number < level) {
                spec.source(SOURCE);
            } else {
                int first = random.nextInt(level);
                int above = (number / level - 1) * level;
                spec.reads(key(above + first), mapping(random));
                spec.reads(key(above + (first + 1 + random.nextInt(level - 1)) % level), mapping(random));
            }
            assets.add(new Definition(spec.build()));
        }
    }

    private static AssetKey key(int number) {
        return AssetKey.parse("silver/d" + number % 20 + "/a" + number);
    }

    private static PartitionMapping mapping(Random random) {
        return random.nextInt(10) == 0 ? PartitionMapping.all() : PartitionMapping.identity();
    }

    private static Commit commit(int number, String code) {
        StepId step = new StepId(new RunId("01JNA000000000000000000001"), number);
        return new Commit(step, 1, code, Instant.EPOCH, Duration.ofSeconds(10));
    }

    List<? extends Asset> assets() {
        return assets;
    }

    /** The state of the project, such a part of its slices being stale. */
    ProjectState state(double stale, Random random) {
        LedgerReader reader = new LedgerReader();
        for (Definition asset : assets) {
            for (PartitionKey partition : partitions) {
                int fate = random.nextDouble() < stale ? random.nextInt(3) : 3;
                if (fate > 0) {
                    reader.add(asset.key(), entry(asset.spec(), partition, fate));
                }
            }
        }
        whole.clear();
        LedgerSnapshot ledger = reader.snapshot();
        return new ProjectState(
                ledger, Failures.none(), source -> Optional.of("v1"), asset -> "1", PartitionFacts.at(Instant.EPOCH));
    }

    /** In the ledger's own form. What is missing is recorded as if it were there, and makes more slices stale. */
    private LedgerEntry entry(AssetSpec spec, PartitionKey partition, int fate) {
        Map<String, String> inputs = new HashMap<>();
        spec.sources().forEach(source -> inputs.put("landing:" + source, fate == 2 ? "v0" : "v1"));
        for (Dependency input : spec.dependencies()) {
            String version = input.mapping().isIdentity()
                    ? version(input.upstream(), partition)
                    : whole.computeIfAbsent(input.upstream(), this::whole);
            inputs.put(input.upstream().toString(), fate == 2 ? "other" : version);
        }
        Slice slice = new Slice(partition, version(spec.key(), partition), 1000, 0, 50_000, inputs);
        return new LedgerEntry(fate == 1 ? OLD : NOW, slice);
    }

    private String whole(AssetKey asset) {
        Sha256 hash = new Sha256();
        partitions.forEach(partition -> hash.add(partition + "=" + version(asset, partition) + "\n"));
        return hash.hex(16);
    }

    private static String version(AssetKey asset, PartitionKey partition) {
        Random random = new Random(asset.toString().hashCode() * 31L + partition.hashCode());
        return "1000-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
}

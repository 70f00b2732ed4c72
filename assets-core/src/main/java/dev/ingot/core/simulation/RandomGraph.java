package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.simulation.keys.RandomKeys;
import dev.ingot.core.simulation.keys.RandomMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Invents the definitions of a layered project: who reads whom, partitioned how, mapped how. */
final class RandomGraph {
    private static final List<Layer> LAYERS = List.of(Layer.values());
    /** Most inputs are near. */
    private static final int NEAR = 200;
    /** Of so many assets of one size, at most so many are partitioned in ways of their own. */
    private static final int KINDS = 4;

    private final Random random;
    private final int assets;
    private final RandomKeys kinds = new RandomKeys();
    private final Map<String, Partitioning> partitionings = new HashMap<>();
    private final List<AssetSpec> specs = new ArrayList<>();

    private RandomGraph(Random random, int assets) {
        this.random = random;
        this.assets = assets;
    }

    /** So many assets, that have so many partitions together. */
    static List<AssetSpec> of(Random random, int assets, int partitions) {
        RandomGraph graph = new RandomGraph(random, assets);
        int[] sizes = graph.sizes(partitions);
        for (int number = 0; number < assets; number++) {
            graph.add(number, sizes[number]);
        }
        return graph.specs;
    }

    /** A fifth is not partitioned; of the others some have twice as many partitions as others, and some three times. */
    private int[] sizes(int partitions) {
        int[] sizes = new int[assets];
        int[] partitioned = IntStream.range(0, assets)
                .filter(number -> {
                    sizes[number] = 1;
                    return random.nextInt(5) > 0;
                })
                .toArray();
        int left = partitions - (assets - partitioned.length);
        if (partitioned.length == 0 || left <= 2 * partitioned.length) {
            sizes[assets - 1] += partitions - assets;
            return sizes;
        }
        int mean = left / partitioned.length;
        for (int place = 0; place + 1 < partitioned.length; place += 2) {
            int apart = mean / 4 * random.nextInt(3);
            sizes[partitioned[place]] = mean - apart;
            sizes[partitioned[place + 1]] = mean + apart;
        }
        if (partitioned.length % 2 == 1) {
            sizes[partitioned[partitioned.length - 1]] = mean;
        }
        for (int place = 0; place < left - mean * partitioned.length; place++) {
            sizes[partitioned[place]]++;
        }
        return sizes;
    }

    private void add(int number, int size) {
        Layer layer = LAYERS.get((int) ((long) number * LAYERS.size() / assets));
        AssetKey key = AssetKey.of(layer, "simulated", "a" + number);
        Partitioning partitioning = partitioning(size);
        AssetSpec.Builder spec = AssetSpec.of(key, "Invented").partitioned(partitioning);
        TreeSet<Integer> inputs = new TreeSet<>();
        int many = number < assets / 10 ? 0 : random.nextInt(4);
        for (int input = 0; input < many && number > 0; input++) {
            inputs.add(
                    random.nextInt(4) == 0 ? random.nextInt(number) : Math.max(0, number - 1 - random.nextInt(NEAR)));
        }
        inputs.forEach(input -> {
            AssetSpec upstream = specs.get(input);
            spec.reads(upstream.key(), mapping(upstream.partitioning(), partitioning));
        });
        if (inputs.isEmpty()) {
            spec.source("simulated/f" + number);
        }
        policy(spec);
        specs.add(spec.build());
    }

    /** Some share pools, some may not take long, and some are not tried again. */
    private void policy(AssetSpec.Builder spec) {
        switch (random.nextInt(8)) {
            case 0 -> spec.pool(SimulatedWorld.FEW);
            case 1 ->
                spec.timeout(
                        Duration.ofMillis(SimulatedWorld.SHORTEST_TIMEOUT + random.nextInt(SimulatedWorld.LONGEST)));
            case 2 -> spec.retry(RetryPolicy.never());
            default -> {}
        }
    }

    private Partitioning partitioning(int size) {
        if (size == 1) {
            return Partitioning.unpartitioned();
        }
        return partitionings.computeIfAbsent(random.nextInt(KINDS) + " " + size, unused -> kinds.of(random, size));
    }

    private PartitionMapping mapping(Partitioning upstream, Partitioning own) {
        if (!upstream.isPartitioned() || !own.isPartitioned()) {
            return random.nextInt(4) == 0 ? PartitionMapping.last() : PartitionMapping.all();
        }
        return RandomMapping.of(random, upstream, own);
    }
}

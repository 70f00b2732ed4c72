package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.simulation.keys.RandomKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The invented assets, and the versions of their sources and their code. Not thread-safe. */
final class SimulatedProject {
    private final AssetGraph graph;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<AssetKey, Node> byKey = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<AssetKey, Integer> code = new HashMap<>();

    /** @param specs upstream before downstream; each reads other assets, or one source */
    SimulatedProject(List<AssetSpec> specs) {
        for (AssetSpec spec : specs) {
            Node node = node(spec);
            nodes.add(node);
            byKey.put(spec.key(), node);
            spec.sources().forEach(source -> sources.put(source, 1));
        }
        graph = AssetGraph.of(specs.stream().map(SimulatedAsset::new).toList());
    }

    private Node node(AssetSpec spec) {
        PartitionSet keys = spec.partitioning().stated(RandomKeys.FACTS).orElseThrow();
        Side own = new Side(spec.partitioning(), keys);
        List<Node.Input> inputs = spec.dependencies().stream()
                .map(input -> {
                    Node upstream = node(input.upstream());
                    Side theirs = new Side(upstream.spec().partitioning(), upstream.keys());
                    return new Node.Input(upstream.number(), input.mapping(), new Sides(theirs, own));
                })
                .toList();
        return new Node(nodes.size(), spec, keys, inputs);
    }

    AssetGraph graph() {
        return graph;
    }

    /** All assets, upstream before downstream. */
    List<Node> nodes() {
        return nodes;
    }

    Node node(AssetKey key) {
        return Objects.requireNonNull(byKey.get(key));
    }

    int sourceVersion(String source) {
        return Objects.requireNonNull(sources.get(source));
    }

    int codeVersion(AssetKey asset) {
        return code.getOrDefault(asset, 1);
    }

    /** New files land, and somebody has been at the code: such a share of both, of the code a tenth of it. */
    void change(Random random, double share) {
        for (Node node : nodes) {
            for (String source : node.spec().sources()) {
                if (random.nextDouble() < share) {
                    sources.merge(source, 1, Integer::sum);
                }
            }
            if (random.nextDouble() < share / 10) {
                code.merge(node.key(), 2, (before, one) -> before + 1);
            }
        }
    }
}

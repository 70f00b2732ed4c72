package dev.ingot.core.graph;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Kahn's algorithm with an ordered queue: the same graph always gives the same order. */
final class TopologicalOrder {
    private TopologicalOrder() {}

    /** The keys that can be ordered; those on a cycle, or behind one, are left out. */
    static List<AssetKey> of(Map<AssetKey, Asset> assets) {
        Map<AssetKey, Integer> waiting = new HashMap<>();
        Map<AssetKey, List<AssetKey>> readers = new HashMap<>();
        assets.forEach((key, asset) -> {
            Set<AssetKey> inputs = inputs(asset, assets);
            waiting.put(key, inputs.size());
            inputs.forEach(input ->
                    readers.computeIfAbsent(input, unused -> new ArrayList<>()).add(key));
        });
        PriorityQueue<AssetKey> ready = new PriorityQueue<>();
        waiting.forEach((key, count) -> {
            if (count == 0) {
                ready.add(key);
            }
        });
        List<AssetKey> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            AssetKey next = ready.remove();
            order.add(next);
            for (AssetKey reader : readers.getOrDefault(next, List.of())) {
                if (waiting.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
        return order;
    }

    private static Set<AssetKey> inputs(Asset asset, Map<AssetKey, Asset> assets) {
        Set<AssetKey> inputs = new HashSet<>();
        for (Dependency input : asset.spec().dependencies()) {
            if (assets.containsKey(input.upstream())) {
                inputs.add(input.upstream());
            }
        }
        return inputs;
    }
}

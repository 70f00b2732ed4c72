package dev.ingot.core.graph;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All assets of a project. Valid by construction: no cycles, no unknown or duplicate keys, data flows only forward.
 * Its order is topological, then alphabetical, and therefore stable. Immutable and thread-safe.
 */
public final class AssetGraph {
    private final Map<AssetKey, Asset> assets;
    private final Map<AssetKey, SortedSet<AssetKey>> downstream;

    private AssetGraph(Map<AssetKey, Asset> assets) {
        this.assets = assets;
        this.downstream = new HashMap<>();
        assets.keySet().forEach(key -> downstream.put(key, new TreeSet<>()));
        assets.values()
                .forEach(asset -> asset.spec()
                        .dependencies()
                        .forEach(input -> Objects.requireNonNull(downstream.get(input.upstream()))
                                .add(asset.key())));
    }

    /** @throws dev.ingot.core.error.IngotException with all problems of the definitions at once */
    public static AssetGraph of(Collection<? extends Asset> assets) {
        Map<AssetKey, Asset> byKey = new HashMap<>();
        assets.forEach(asset -> byKey.put(asset.key(), asset));
        List<AssetKey> order = TopologicalOrder.of(byKey);
        List<String> problems = GraphValidation.problems(assets, order);
        if (!problems.isEmpty()) {
            throw GraphErrors.invalid(problems);
        }
        Map<AssetKey, Asset> ordered = new LinkedHashMap<>();
        order.forEach(key -> ordered.put(key, byKey.get(key)));
        return new AssetGraph(ordered);
    }

    /** All keys, upstream before downstream, alphabetical where that leaves a choice. */
    public List<AssetKey> keys() {
        return List.copyOf(assets.keySet());
    }

    public boolean contains(AssetKey key) {
        return assets.containsKey(key);
    }

    public Optional<Asset> find(AssetKey key) {
        return Optional.ofNullable(assets.get(key));
    }

    /** @throws dev.ingot.core.error.IngotException if there is none, with the nearest name */
    public Asset asset(AssetKey key) {
        return find(key).orElseThrow(() -> GraphErrors.unknown(key.toString(), keys()));
    }

    public AssetSpec spec(AssetKey key) {
        return asset(key).spec();
    }

    /** What the asset reads itself. */
    public Set<AssetKey> upstream(AssetKey key) {
        Set<AssetKey> direct = new TreeSet<>();
        for (Dependency input : spec(key).dependencies()) {
            direct.add(input.upstream());
        }
        return direct;
    }

    /** What reads the asset itself. */
    public Set<AssetKey> downstream(AssetKey key) {
        return Collections.unmodifiableSortedSet(downstream.getOrDefault(key, new TreeSet<>()));
    }

    /** Everything that the asset needs, itself left out. */
    public Set<AssetKey> ancestors(AssetKey key) {
        return reachable(key, this::upstream);
    }

    /** Everything that needs the asset, itself left out. */
    public Set<AssetKey> descendants(AssetKey key) {
        return reachable(key, this::downstream);
    }

    private static Set<AssetKey> reachable(AssetKey from, Function<AssetKey, Set<AssetKey>> step) {
        Set<AssetKey> seen = new TreeSet<>();
        Deque<AssetKey> open = new ArrayDeque<>(step.apply(from));
        while (!open.isEmpty()) {
            AssetKey next = open.pop();
            if (seen.add(next)) {
                open.addAll(step.apply(next));
            }
        }
        return seen;
    }
}

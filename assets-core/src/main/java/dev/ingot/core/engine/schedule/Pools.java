package dev.ingot.core.engine.schedule;

import dev.ingot.core.asset.Asset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many steps may hold a place in each pool, over all live runs.
 *
 * @param limits by the name of the pool
 */
public record Pools(Map<String, Integer> limits) {
    public Pools {
        limits = Map.copyOf(limits);
    }

    /** No limits but those of pools that assets name themselves. */
    public static Pools none() {
        return new Pools(Map.of());
    }

    /**
     * The pools that a step of the asset takes a place in, with their limits: that of its kind, if it has a limit, and its own. A
     * pool that only assets name has one place, for to name one is to want that.
     */
    public Map<String, Integer> of(Asset asset) {
        Set<String> own = asset.spec().policy().pools();
        Map<String, Integer> taken = new TreeMap<>();
        own.forEach(pool -> taken.put(pool, limits.getOrDefault(pool, 1)));
        Integer ofKind = limits.get(asset.pool());
        if (ofKind != null) {
            taken.put(asset.pool(), ofKind);
        }
        return taken;
    }
}

package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionFacts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An expression that chooses assets, and partitions of them: {@code silver/movielens/ratings}, {@code gold}, {@code *},
 * {@code silver/*}, {@code +x} (with all that it needs), {@code x+} (with all that needs it), {@code x, y} (both) and
 * {@code x@1996..1998} (these partitions).
 *
 * <p>{@link #parse} and {@link #toString} undo each other.
 */
public sealed interface Selection {
    /** @throws dev.ingot.core.error.IngotException pointing at the character where the text goes wrong */
    static Selection parse(String text) {
        return new SelectionParser(text).parse();
    }

    /** Everything. */
    static Selection all() {
        return new Matching("*");
    }

    /**
     * The assets that the expression chooses, each with the partitions that it chooses of it.
     *
     * @throws dev.ingot.core.error.IngotException if a name in it fits no asset, with the nearest one
     */
    Map<AssetKey, PartitionFilter> resolve(AssetGraph graph, PartitionFacts facts);

    /** Every asset whose key fits; {@code *} stands for any letters; a layer's name stands for all of that layer. */
    record Matching(String pattern) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(AssetGraph graph, PartitionFacts facts) {
            Map<AssetKey, PartitionFilter> chosen = new TreeMap<>();
            for (AssetKey key : graph.keys()) {
                if (fits(key)) {
                    chosen.put(key, PartitionFilter.everything());
                }
            }
            if (chosen.isEmpty()) {
                throw SelectionErrors.fitsNothing(pattern, graph.keys());
            }
            return chosen;
        }

        private boolean fits(AssetKey key) {
            return pattern.equals(key.layer().text()) || Glob.matches(pattern, key.toString());
        }

        @Override
        public String toString() {
            return pattern;
        }
    }

    /** What is chosen, and all that it needs. */
    record WithUpstream(Selection of) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(AssetGraph graph, PartitionFacts facts) {
            return Closure.of(of.resolve(graph, facts), graph::ancestors);
        }

        @Override
        public String toString() {
            return "+" + of;
        }
    }

    /** What is chosen, and all that needs it. */
    record WithDownstream(Selection of) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(AssetGraph graph, PartitionFacts facts) {
            return Closure.of(of.resolve(graph, facts), graph::descendants);
        }

        @Override
        public String toString() {
            return of + "+";
        }
    }

    /** Only these partitions of what is chosen. */
    record AtPartitions(Selection of, PartitionFilter partitions) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(AssetGraph graph, PartitionFacts facts) {
            Map<AssetKey, PartitionFilter> chosen = new TreeMap<>(of.resolve(graph, facts));
            chosen.replaceAll(
                    (key, unused) -> partitions.checked(key, graph.spec(key).partitioning(), facts));
            return chosen;
        }

        @Override
        public String toString() {
            return of + "@" + partitions;
        }
    }

    /** What either chooses. */
    record Union(Selection left, Selection right) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(AssetGraph graph, PartitionFacts facts) {
            Map<AssetKey, PartitionFilter> both = new TreeMap<>(left.resolve(graph, facts));
            right.resolve(graph, facts).forEach((key, filter) -> both.merge(key, filter, PartitionFilter::or));
            return both;
        }

        @Override
        public String toString() {
            return left + ", " + right;
        }
    }

    /** Adds to a choice what can be reached from it; whole assets. */
    final class Closure {
        private Closure() {}

        static Map<AssetKey, PartitionFilter> of(
                Map<AssetKey, PartitionFilter> chosen, java.util.function.Function<AssetKey, Set<AssetKey>> reach) {
            Set<AssetKey> added = new TreeSet<>();
            chosen.keySet().forEach(key -> added.addAll(reach.apply(key)));
            Map<AssetKey, PartitionFilter> all = new TreeMap<>(chosen);
            added.forEach(key -> all.putIfAbsent(key, PartitionFilter.everything()));
            return all;
        }
    }
}

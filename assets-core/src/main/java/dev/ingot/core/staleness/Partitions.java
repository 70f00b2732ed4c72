package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which partitions each asset has, as far as is known now. Thread-safe. */
final class Partitions {
    private final AssetGraph graph;
    private final LedgerSnapshot ledger;
    private final PartitionFacts facts;
    private final Map<AssetKey, PartitionSet> known = new ConcurrentHashMap<>();
    private final Map<AssetKey, PartitionSet> readable = new ConcurrentHashMap<>();

    Partitions(AssetGraph graph, LedgerSnapshot ledger, PartitionFacts facts) {
        this.graph = graph;
        this.ledger = ledger;
        this.facts = facts;
    }

    /**
     * Those that the definition states; otherwise those of the upstream asset that it follows key by key; otherwise those
     * that its source was found to hold when it was last read whole.
     */
    PartitionSet of(AssetKey key) {
        PartitionSet partitions = known.get(key);
        if (partitions == null) {
            AssetSpec teller = teller(graph.spec(key));
            partitions = stated(teller).orElseGet(() -> ledger.partitions(teller.key(), true));
            known.put(key, partitions);
        }
        return partitions;
    }

    private Optional<PartitionSet> stated(AssetSpec spec) {
        try {
            return spec.partitioning().stated(facts);
        } catch (IngotException e) {
            throw new IngotException(e.diagnostic().at(spec.key().toString()), e);
        }
    }

    /** The asset that tells which partitions this one has: itself, or the first that it follows, directly or not, that does. */
    AssetSpec teller(AssetSpec follower) {
        AssetSpec teller = follower;
        for (Optional<AssetKey> next = followed(teller); next.isPresent(); next = followed(teller)) {
            teller = graph.spec(next.get());
        }
        return teller;
    }

    /**
     * What is read of an asset: its partitions, and those that are not to be any more but are still there, as far as mappings
     * can read their keys.
     */
    PartitionSet readable(AssetKey key) {
        PartitionSet all = readable.get(key);
        if (all == null) {
            Partitioning partitioning = graph.spec(key).partitioning();
            PartitionSet exist = of(key);
            PartitionSet made = ledger.partitions(key, partitioning.isPartitioned());
            PartitionSet leftovers = exist.containsAll(made)
                    ? PartitionSet.empty()
                    : made.minus(exist).filter(partitioning::fits);
            all = leftovers.isEmpty() ? exist : exist.union(leftovers);
            readable.put(key, all);
        }
        return all;
    }

    /** Both ends of a dependency. */
    Sides sides(AssetSpec downstream, AssetKey upstream) {
        return new Sides(
                new Side(graph.spec(upstream).partitioning(), readable(upstream)),
                new Side(downstream.partitioning(), of(downstream.key())));
    }

    /** The upstream asset whose partitions this one shares, if its own definition does not state them. */
    static Optional<AssetKey> followed(AssetSpec spec) {
        if (!spec.partitioning().isDiscovered()) {
            return Optional.empty();
        }
        return spec.dependencies().stream()
                .filter(input -> input.mapping().isIdentity())
                .map(Dependency::upstream)
                .findFirst();
    }
}

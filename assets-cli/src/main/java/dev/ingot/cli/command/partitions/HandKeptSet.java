package dev.ingot.cli.command.partitions;

import dev.ingot.cli.command.argument.Keys;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.Partitioning.Dynamic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A set of partitions that is kept by hand, and the assets that have it.
 *
 * @param name the set's
 * @param places of each asset that has it, which of the values of its keys comes from the set
 */
record HandKeptSet(String name, Map<AssetKey, Integer> places) {
    /**
     * Finds the set that somebody means.
     *
     * @param typed an asset that has partitions kept by hand, or the name of a set
     * @throws dev.ingot.core.error.IngotException if there is no such asset or set, or the asset has none, or several
     */
    static HandKeptSet find(String typed, AssetGraph graph) {
        if (!typed.contains("/")) {
            HandKeptSet named = named(typed, graph);
            if (named.places.isEmpty()) {
                throw HandKeptErrors.unknownSet(typed, names(graph));
            }
            return named;
        }
        AssetKey asset = Keys.of(typed, graph);
        List<String> sets = sets(graph.spec(asset).partitioning());
        if (sets.size() != 1) {
            throw HandKeptErrors.notOne(asset, graph.spec(asset).partitioning(), sets);
        }
        return named(sets.get(0), graph);
    }

    private static HandKeptSet named(String name, AssetGraph graph) {
        Map<AssetKey, Integer> places = new LinkedHashMap<>();
        for (AssetKey key : graph.keys()) {
            List<Partitioning> dimensions = graph.spec(key).partitioning().dimensions();
            for (int place = 0; place < dimensions.size(); place++) {
                if (dimensions.get(place) instanceof Dynamic dynamic
                        && dynamic.setName().equals(name)) {
                    places.put(key, place);
                }
            }
        }
        return new HandKeptSet(name, places);
    }

    private static List<String> names(AssetGraph graph) {
        TreeSet<String> names = new TreeSet<>();
        graph.keys().forEach(key -> names.addAll(sets(graph.spec(key).partitioning())));
        return List.copyOf(names);
    }

    private static List<String> sets(Partitioning partitioning) {
        return partitioning.dimensions().stream()
                .filter(Dynamic.class::isInstance)
                .map(dimension -> ((Dynamic) dimension).setName())
                .distinct()
                .toList();
    }

    /** Of each asset that holds something under these keys of the set, what it holds. */
    Map<AssetKey, PartitionSet> data(PartitionSet keys, LedgerSnapshot ledger) {
        Map<AssetKey, PartitionSet> data = new LinkedHashMap<>();
        places.forEach((asset, place) -> {
            PartitionSet held = ledger.partitions(asset, true)
                    .filter(slice -> slice.values().size() > place
                            && keys.contains(PartitionKey.of(slice.values().get(place))));
            if (!held.isEmpty()) {
                data.put(asset, held);
            }
        });
        return data;
    }

    /** Those of the keys that some of the data is kept under. */
    PartitionSet withData(PartitionSet keys, Map<AssetKey, PartitionSet> data) {
        return keys.filter(key -> data.entrySet().stream()
                .anyMatch(held -> held.getValue().stream()
                        .anyMatch(slice -> key.equals(
                                PartitionKey.of(slice.values().get(places.getOrDefault(held.getKey(), 0)))))));
    }

    /** A key as somebody typed it: as keys are written, or as the plain value. */
    static PartitionKey key(String typed) {
        boolean written = typed.matches("([A-Za-z0-9_~-]|%[0-9A-Fa-f]{2})+");
        return written ? PartitionKey.parse(typed) : PartitionKey.of(typed);
    }
}

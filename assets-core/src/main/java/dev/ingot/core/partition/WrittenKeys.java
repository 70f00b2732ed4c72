package dev.ingot.core.partition;

import java.util.List;
import java.util.Optional;

/** Compares keys that are written into a mapping with what the definitions at its ends allow. */
final class WrittenKeys {
    private WrittenKeys() {}

    /** Which of these an asset can never have; empty if there is none. Keys that come and go may all come. */
    static Optional<String> impossible(PartitionSet keys, Partitioning partitioning) {
        PartitionSet never = keys.filter(key -> !isPossible(key, partitioning));
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(never
                        + (partitioning.isPartitioned()
                                ? ", and the partitions are " + partitioning
                                : ", and it is not partitioned"));
    }

    private static boolean isPossible(PartitionKey key, Partitioning partitioning) {
        List<Partitioning> dimensions = partitioning.dimensions();
        if (!partitioning.isPartitioned() || key.values().size() != dimensions.size()) {
            return key.isWhole() && !partitioning.isPartitioned();
        }
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            if (!isPossibleIn(
                    dimensions.get(dimension), PartitionKey.of(key.values().get(dimension)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPossibleIn(Partitioning dimension, PartitionKey value) {
        if (dimension instanceof TimeWindows windows) {
            return windows.willExist(value);
        }
        return !(dimension instanceof Partitioning.Fixed fixed) || fixed.keys().contains(value);
    }
}

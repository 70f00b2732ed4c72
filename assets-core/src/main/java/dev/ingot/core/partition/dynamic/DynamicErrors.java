package dev.ingot.core.partition.dynamic;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Collection;

/** The failures of partitions that are added by hand. */
public final class DynamicErrors {
    private DynamicErrors() {}

    static IngotException notOneValue(String set, PartitionKey key) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_PARTITION, "'" + key + "' cannot be added to the partitions '" + set + "'")
                .because("it has " + key.values().size() + " values, and a dynamic set is one dimension")
                .help("add the value of each dimension to the set of that dimension"));
    }

    /**
     * Keys that somebody wants to remove still have slices: without their keys nothing would ever name them again.
     *
     * @param set the dynamic set
     * @param keys those that have data
     * @param assets the assets that hold it
     */
    public static IngotException stillHasData(String set, PartitionSet keys, Collection<String> assets) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.PARTITION_HAS_DATA, "Partitions of '" + set + "' still have data: " + keys)
                .at(String.join(", ", assets))
                .because("removed keys would leave slices behind that no selection can name")
                .help("remove them together with their data: ingot partitions remove " + set + " KEY... --force"));
    }
}

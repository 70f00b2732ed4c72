package dev.ingot.core.partition.dynamic;

import dev.ingot.core.partition.PartitionSet;
import java.util.Map;

/**
 * The named sets of keys that {@link dev.ingot.core.partition.Partitioning#dynamic} refers to. A set comes into being with its
 * first key and is gone with its last. Each call is atomic, and what it returned is seen by every later call, of whichever
 * process. Thread-safe.
 */
public interface DynamicPartitions {
    /**
     * Adds keys to a set; those that it has stay.
     *
     * @return those of the keys that the set did not have
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-partition} if no set can have that name or a key
     *     has not exactly one value; nothing is added then
     */
    PartitionSet add(String set, PartitionSet keys);

    /**
     * Removes keys from a set; those that it does not have are no error. Whether data is still kept under them is for the
     * caller to ask, see {@link DynamicErrors#stillHasData}.
     *
     * @return those of the keys that the set had
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-partition} if no set can have that name
     */
    PartitionSet remove(String set, PartitionSet keys);

    /** Every set that has keys, by name. A snapshot: later calls do not change it. */
    Map<String, PartitionSet> all();
}

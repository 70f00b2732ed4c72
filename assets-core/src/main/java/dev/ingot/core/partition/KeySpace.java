package dev.ingot.core.partition;

import java.util.OptionalInt;

/**
 * An ordered, finite universe of keys, numbered from 0 in key order; computed, not listed, where it is a calendar or a product.
 * Immutable.
 */
public interface KeySpace {
    /** How many keys there are. */
    int size();

    /** The key of a number from 0 to {@code size() - 1}. */
    PartitionKey key(int ordinal);

    /** The number of a key; -1 if it is not in this space. */
    int ordinal(PartitionKey key);

    /**
     * What gives a key its number: spaces of equal numbering number the keys that they share alike, and differ only in where
     * they end.
     */
    default Object numbering() {
        return this;
    }

    /**
     * By how much the numbers of the keys that both spaces have are higher in the other one; empty if they are not all higher by
     * the same, or nobody knows.
     */
    default OptionalInt shift(KeySpace other) {
        return this == other || numbering().equals(other.numbering()) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** The last of the keys from this one on that follow each other without a gap, so that people write them as one range. */
    default int runEnd(int ordinal) {
        return size() - 1;
    }

    /** How many keys come before this one, which need not be in the space. */
    default int countBefore(PartitionKey key) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

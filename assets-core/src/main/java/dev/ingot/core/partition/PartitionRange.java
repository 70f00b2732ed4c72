package dev.ingot.core.partition;

/**
 * Keys that follow each other without a gap. Prints as {@code 1995..2003}, a single key as itself.
 *
 * @param first the first key
 * @param last the last key, included
 */
public record PartitionRange(PartitionKey first, PartitionKey last) {
    public PartitionRange {
        if (first.compareTo(last) > 0) {
            throw PartitionErrors.backwards(first, last);
        }
    }

    public boolean contains(PartitionKey key) {
        return first.compareTo(key) <= 0 && key.compareTo(last) <= 0;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}

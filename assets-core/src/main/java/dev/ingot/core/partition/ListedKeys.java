package dev.ingot.core.partition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A space of keys that are listed one by one. */
final class ListedKeys implements KeySpace {
    private final PartitionKey[] keys;

    private ListedKeys(PartitionKey[] keys) {
        this.keys = keys;
    }

    static ListedKeys of(Collection<PartitionKey> keys) {
        return new ListedKeys(keys.stream().sorted().distinct().toArray(PartitionKey[]::new));
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public PartitionKey key(int ordinal) {
        return keys[ordinal];
    }

    @Override
    public int ordinal(PartitionKey key) {
        return Math.max(Arrays.binarySearch(keys, key), -1);
    }

    /** Neighbours are numbers that follow each other: of other texts nobody knows what could lie between. */
    @Override
    public int runEnd(int ordinal) {
        int end = ordinal;
        while (end + 1 < keys.length && isSuccessor(keys[end], keys[end + 1])) {
            end++;
        }
        return end;
    }

    private static boolean isSuccessor(PartitionKey left, PartitionKey right) {
        List<String> these = left.values();
        List<String> those = right.values();
        int last = these.size() - 1;
        return last >= 0
                && these.size() == those.size()
                && these.subList(0, last).equals(those.subList(0, last))
                && isSuccessor(these.get(last), those.get(last));
    }

    private static boolean isSuccessor(String left, String right) {
        return isSmallNumber(left) && isSmallNumber(right) && Long.parseLong(left) + 1 == Long.parseLong(right);
    }

    private static boolean isSmallNumber(String value) {
        return value.length() <= 18 && value.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}

package dev.ingot.core.staleness;

import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionKey;
import java.util.Arrays;

/** Which number a key of one space has in another. Immutable. */
final class Alignment {
    /** From here on it is cheaper to look up the few keys than to walk along the many. */
    private static final int MANY = 16;

    /** By the numbers of the one space; empty where both number alike. */
    private final int[] numbers;

    private final int size;

    private Alignment(int[] numbers, int size) {
        this.numbers = numbers;
        this.size = size;
    }

    static Alignment of(KeySpace from, KeySpace to) {
        if (from == to || from.numbering().equals(to.numbering()) || isEqual(from, to)) {
            return new Alignment(new int[0], to.size());
        }
        int[] numbers = new int[from.size()];
        Arrays.fill(numbers, -1);
        if (to.size() < from.size() / MANY) {
            lookUp(from, to, numbers);
        } else {
            walk(from, to, numbers);
        }
        return new Alignment(numbers, to.size());
    }

    /** The number in the other space; -1 if the key is not in it. */
    int number(int ordinal) {
        if (numbers.length > 0) {
            return numbers[ordinal];
        }
        return ordinal < size ? ordinal : -1;
    }

    private static boolean isEqual(KeySpace from, KeySpace to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int ordinal = 0; ordinal < from.size(); ordinal++) {
            if (!from.key(ordinal).equals(to.key(ordinal))) {
                return false;
            }
        }
        return true;
    }

    private static void lookUp(KeySpace from, KeySpace to, int[] numbers) {
        for (int number = 0; number < to.size(); number++) {
            int ordinal = from.ordinal(to.key(number));
            if (ordinal >= 0) {
                numbers[ordinal] = number;
            }
        }
    }

    /** Both spaces are in key order. */
    private static void walk(KeySpace from, KeySpace to, int[] numbers) {
        int number = 0;
        for (int ordinal = 0; ordinal < from.size(); ordinal++) {
            PartitionKey key = from.key(ordinal);
            int order = -1;
            while (number < to.size() && (order = to.key(number).compareTo(key)) < 0) {
                number++;
            }
            if (number < to.size() && order == 0) {
                numbers[ordinal] = number;
            }
        }
    }
}

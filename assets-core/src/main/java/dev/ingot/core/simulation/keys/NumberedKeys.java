package dev.ingot.core.simulation.keys;

import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionKey;
import java.util.stream.IntStream;

/** Keys that are a letter and a number, such as {@code d1000042}: found by computing, as those of calendars are. */
final class NumberedKeys implements KeySpace {
    private static final int FIRST = 1_000_000;

    private final char letter;
    private final PartitionKey[] keys;

    NumberedKeys(char letter, int size) {
        this.letter = letter;
        keys = IntStream.range(0, size)
                .mapToObj(ordinal -> PartitionKey.of(letter + "" + (FIRST + ordinal)))
                .toArray(PartitionKey[]::new);
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
        String text = key.values().size() == 1 ? key.value() : "";
        if (text.length() != 8 || text.charAt(0) != letter) {
            return -1;
        }
        int ordinal = 0;
        for (int at = 1; at < text.length(); at++) {
            ordinal = ordinal * 10 + text.charAt(at) - '0';
        }
        ordinal -= FIRST;
        return ordinal >= 0 && ordinal < keys.length && keys[ordinal].equals(key) ? ordinal : -1;
    }

    /** Spaces of one letter differ only in where they end. */
    @Override
    public Object numbering() {
        return letter;
    }
}

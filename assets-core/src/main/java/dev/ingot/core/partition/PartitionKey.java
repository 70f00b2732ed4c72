package dev.ingot.core.partition;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The name of one slice: a value per dimension, none for the one slice of an unpartitioned asset.
 *
 * <p>The text form joins the percent-encoded values by {@code ~}; {@link #parse} and {@link #toString} undo each other,
 * and no two keys share a text. The whole slice of an unpartitioned asset prints as the empty text.
 *
 * @param values one value a dimension, never empty texts
 */
public record PartitionKey(List<String> values) implements Comparable<PartitionKey> {
    private static final PartitionKey WHOLE = new PartitionKey(List.of());

    public PartitionKey {
        values = List.copyOf(values);
        if (values.stream().anyMatch(String::isEmpty)) {
            throw PartitionErrors.emptyValue(values);
        }
        if (values.stream().anyMatch(PartitionKey::isBroken)) {
            throw PartitionErrors.brokenValue();
        }
    }

    /** The one slice of an unpartitioned asset. */
    public static PartitionKey whole() {
        return WHOLE;
    }

    public static PartitionKey of(String... values) {
        return new PartitionKey(List.of(values));
    }

    /** @throws dev.ingot.core.error.IngotException if the text is not what {@link #toString} prints for some key */
    public static PartitionKey parse(String text) {
        if (text.isEmpty()) {
            return WHOLE;
        }
        return new PartitionKey(
                Arrays.stream(text.split("~", -1)).map(PercentEncoding::decode).toList());
    }

    /** The value of the only dimension. */
    public String value() {
        if (values.size() != 1) {
            throw new IllegalStateException("not one dimension: " + values);
        }
        return values.get(0);
    }

    public boolean isWhole() {
        return values.isEmpty();
    }

    /** Half of a surrogate pair has no bytes in UTF-8: two such values would print alike. */
    private static boolean isBroken(String value) {
        return value.codePoints()
                .anyMatch(letter -> letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }

    /** By value, dimension by dimension; numbers before texts, shorter numbers before longer ones: 9, 10, 1a. */
    @Override
    public int compareTo(PartitionKey other) {
        Iterator<String> theirs = other.values.iterator();
        for (String mine : values) {
            if (!theirs.hasNext()) {
                return 1;
            }
            int order = compare(mine, theirs.next());
            if (order != 0) {
                return order;
            }
        }
        return theirs.hasNext() ? -1 : 0;
    }

    private static int compare(String left, String right) {
        if (isNumber(left) != isNumber(right)) {
            return isNumber(left) ? -1 : 1;
        }
        return isNumber(left) && left.length() != right.length()
                ? left.length() - right.length()
                : left.compareTo(right);
    }

    private static boolean isNumber(String value) {
        for (int index = 0; index < value.length(); index++) {
            if (value.charAt(index) < '0' || value.charAt(index) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return values.stream().map(PercentEncoding::encode).collect(joining("~"));
    }
}

package dev.ingot.core.partition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An immutable, ordered set of partition keys. */
public final class PartitionSet implements Iterable<PartitionKey> {
    private static final PartitionSet EMPTY = new PartitionSet(new TreeSet<>());
    private static final PartitionSet WHOLE = of(List.of(PartitionKey.whole()));

    private final NavigableSet<PartitionKey> keys;

    private PartitionSet(NavigableSet<PartitionKey> keys) {
        this.keys = Collections.unmodifiableNavigableSet(keys);
    }

    public static PartitionSet empty() {
        return EMPTY;
    }

    /** The one slice of an unpartitioned asset. */
    public static PartitionSet whole() {
        return WHOLE;
    }

    public static PartitionSet of(Collection<PartitionKey> keys) {
        return new PartitionSet(new TreeSet<>(keys));
    }

    public static PartitionSet of(String... values) {
        return of(Stream.of(values).map(PartitionKey::of).toList());
    }

    public PartitionSet union(PartitionSet other) {
        TreeSet<PartitionKey> both = new TreeSet<>(keys);
        both.addAll(other.keys);
        return new PartitionSet(both);
    }

    public PartitionSet intersect(PartitionSet other) {
        return filter(other::contains);
    }

    public PartitionSet minus(PartitionSet other) {
        return filter(key -> !other.contains(key));
    }

    public PartitionSet filter(Predicate<PartitionKey> wanted) {
        return of(keys.stream().filter(wanted).toList());
    }

    public boolean contains(PartitionKey key) {
        return keys.contains(key);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public int size() {
        return keys.size();
    }

    public Stream<PartitionKey> stream() {
        return keys.stream();
    }

    @Override
    public Iterator<PartitionKey> iterator() {
        return keys.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartitionSet set && keys.equals(set.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /** A short form for people: neighbouring numbers as ranges, such as {@code 1995..2003, 2005}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        Iterator<PartitionKey> rest = keys.iterator();
        PartitionKey first = null;
        PartitionKey last = null;
        while (rest.hasNext()) {
            PartitionKey next = rest.next();
            if (last != null && isSuccessor(last, next)) {
                last = next;
                continue;
            }
            if (first != null && last != null) {
                parts.add(range(first, last));
            }
            first = next;
            last = next;
        }
        if (first != null && last != null) {
            parts.add(range(first, last));
        }
        return String.join(", ", parts);
    }

    private static String range(PartitionKey first, PartitionKey last) {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }

    private static boolean isSuccessor(PartitionKey left, PartitionKey right) {
        return left.values().size() == 1
                && right.values().size() == 1
                && left.value().matches("[0-9]{1,18}")
                && right.value().matches("[0-9]{1,18}")
                && Long.parseLong(left.value()) + 1 == Long.parseLong(right.value());
    }
}

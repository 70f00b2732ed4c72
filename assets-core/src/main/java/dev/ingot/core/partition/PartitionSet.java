package dev.ingot.core.partition;

import static java.util.stream.Collectors.joining;

import dev.ingot.core.partition.bits.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * An immutable, ordered set of partition keys: a space of keys, and the numbers of those that are meant, compressed, so that a
 * range costs nothing. Sets over the same space combine number by number; others key by key, which is slower.
 */
public final class PartitionSet implements Iterable<PartitionKey> {
    private static final PartitionSet EMPTY = all(ListedKeys.of(List.of()));
    private static final PartitionSet WHOLE = of(List.of(PartitionKey.whole()));

    private final KeySpace space;
    private final RoaringBitmap ordinals;

    private PartitionSet(KeySpace space, RoaringBitmap ordinals) {
        this.space = space;
        this.ordinals = ordinals;
    }

    public static PartitionSet empty() {
        return EMPTY;
    }

    /** The one slice of an unpartitioned asset. */
    public static PartitionSet whole() {
        return WHOLE;
    }

    public static PartitionSet of(Collection<PartitionKey> keys) {
        return all(ListedKeys.of(keys));
    }

    public static PartitionSet of(String... values) {
        return of(Arrays.stream(values).map(PartitionKey::of).toList());
    }

    /** Every key of a space. */
    public static PartitionSet all(KeySpace space) {
        return span(space, 0, space.size());
    }

    /** The keys of a space from one number to another, which is not included. */
    public static PartitionSet span(KeySpace space, int from, int to) {
        RoaringBitmap ordinals = new RoaringBitmap();
        if (from < to) {
            ordinals.add((long) from, (long) to);
        }
        return new PartitionSet(space, ordinals);
    }

    /** The keys of a space that have these numbers. */
    public static PartitionSet of(KeySpace space, RoaringBitmap ordinals) {
        RoaringBitmap own = ordinals.clone();
        own.runOptimize();
        return new PartitionSet(space, own);
    }

    /** The space that the keys are numbered in. */
    public KeySpace space() {
        return space;
    }

    /** The numbers of the keys in {@link #space()}; a copy. */
    public RoaringBitmap ordinals() {
        return ordinals.clone();
    }

    public PartitionSet union(PartitionSet other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        RoaringBitmap theirs = other.ordinalsIn(space);
        if (theirs.getCardinality() == other.size()) {
            return of(space, RoaringBitmap.or(ordinals, theirs));
        }
        RoaringBitmap ours = ordinalsIn(other.space);
        if (ours.getCardinality() == size()) {
            return of(other.space, RoaringBitmap.or(other.ordinals, ours));
        }
        return of(Stream.concat(stream(), other.stream()).toList());
    }

    public PartitionSet intersect(PartitionSet other) {
        return with(RoaringBitmap.and(ordinals, other.ordinalsIn(space)));
    }

    /** The keys that at least one of these sets has too. */
    PartitionSet intersectAny(Stream<PartitionSet> others) {
        RoaringBitmap any = new RoaringBitmap();
        others.forEach(other -> any.or(other.ordinalsIn(space)));
        any.and(ordinals);
        return of(space, any);
    }

    public PartitionSet minus(PartitionSet other) {
        return with(RoaringBitmap.andNot(ordinals, other.ordinalsIn(space)));
    }

    public PartitionSet filter(Predicate<PartitionKey> wanted) {
        RoaringBitmap kept = new RoaringBitmap();
        ordinals.forEach((int ordinal) -> {
            if (wanted.test(space.key(ordinal))) {
                kept.add(ordinal);
            }
        });
        return of(space, kept);
    }

    /** The keys from one to another, both included, in key order; the two themselves need not exist. */
    public PartitionSet range(PartitionKey first, PartitionKey last) {
        if (first.compareTo(last) > 0) {
            throw PartitionErrors.backwards(first, last);
        }
        int from = space.countBefore(first);
        int to = space.countBefore(last);
        int end = to < space.size() && space.key(to).equals(last) ? to + 1 : to;
        return with(RoaringBitmap.and(ordinals, span(space, from, end).ordinals));
    }

    public boolean contains(PartitionKey key) {
        int ordinal = space.ordinal(key);
        return ordinal >= 0 && ordinals.contains(ordinal);
    }

    public boolean containsAll(PartitionSet other) {
        RoaringBitmap theirs = other.ordinalsIn(space);
        return theirs.getCardinality() == other.size() && ordinals.contains(theirs);
    }

    public boolean intersects(PartitionSet other) {
        return RoaringBitmap.intersects(ordinals, other.ordinalsIn(space));
    }

    public boolean isEmpty() {
        return ordinals.isEmpty();
    }

    public int size() {
        return ordinals.getCardinality();
    }

    /** @throws IllegalStateException if the set is empty */
    public PartitionKey first() {
        return space.key(present().first());
    }

    /** @throws IllegalStateException if the set is empty */
    public PartitionKey last() {
        return space.key(present().last());
    }

    private RoaringBitmap present() {
        if (isEmpty()) {
            throw new IllegalStateException("no partitions");
        }
        return ordinals;
    }

    /** The longest runs of keys that follow each other without a gap, in order. */
    public List<PartitionRange> ranges() {
        List<PartitionRange> ranges = new ArrayList<>();
        long next = ordinals.nextValue(0);
        while (next >= 0) {
            long last = Math.min(space.runEnd((int) next), ordinals.nextAbsentValue((int) next) - 1);
            ranges.add(new PartitionRange(space.key((int) next), space.key((int) last)));
            next = last == Integer.MAX_VALUE ? -1 : ordinals.nextValue((int) last + 1);
        }
        return ranges;
    }

    /** The set in pieces of so many keys, the last perhaps smaller; neighbours stay together, in order. */
    public List<PartitionSet> chunks(int size) {
        List<PartitionSet> chunks = new ArrayList<>();
        int count = size();
        for (int from = 0; from < count; from += size) {
            long first = ordinals.select(from);
            long last = ordinals.select(Math.min(count - from, size) + from - 1);
            chunks.add(with(RoaringBitmap.and(ordinals, span(space, (int) first, (int) last + 1).ordinals)));
        }
        return chunks;
    }

    public Stream<PartitionKey> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<PartitionKey> iterator() {
        PeekableIntIterator numbers = ordinals.getIntIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public PartitionKey next() {
                if (!numbers.hasNext()) {
                    throw new NoSuchElementException();
                }
                return space.key(numbers.next());
            }
        };
    }

    private PartitionSet with(RoaringBitmap fewer) {
        return new PartitionSet(space, fewer);
    }

    /** The keys that another space has too, numbered in that. */
    PartitionSet in(KeySpace other) {
        return new PartitionSet(other, ordinalsIn(other));
    }

    /** The keys that another set has too, numbered as there. */
    PartitionSet in(PartitionSet other) {
        return other.intersect(this);
    }

    /** A space of these keys alone. */
    KeySpace toSpace() {
        return size() == space.size() ? space : ListedKeys.of(stream().toList());
    }

    /** The numbers of those keys that another space has too. */
    private RoaringBitmap ordinalsIn(KeySpace other) {
        OptionalInt shift = space.shift(other);
        if (shift.isPresent()) {
            return within(other.size(), Runs.shifted(ordinals, shift.getAsInt()));
        }
        RoaringBitmap numbers = new RoaringBitmap();
        if (size() <= other.size()) {
            forEach(key -> addKnown(numbers, other.ordinal(key)));
        } else {
            for (int ordinal = 0; ordinal < other.size(); ordinal++) {
                addKnown(numbers, contains(other.key(ordinal)) ? ordinal : -1);
            }
        }
        return numbers;
    }

    private static RoaringBitmap within(int size, RoaringBitmap numbers) {
        if (numbers.isEmpty() || numbers.last() < size) {
            return numbers;
        }
        RoaringBitmap fewer = numbers.clone();
        fewer.remove((long) size, 1L << 32);
        return fewer;
    }

    private static void addKnown(RoaringBitmap numbers, int ordinal) {
        if (ordinal >= 0) {
            numbers.add(ordinal);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartitionSet set && size() == set.size() && containsAll(set);
    }

    /** Of the ends and the number of keys: a set of a million keys is not listed for it. */
    @Override
    public int hashCode() {
        return isEmpty() ? 0 : (size() * 31 + first().hashCode()) * 31 + last().hashCode();
    }

    /** A short form for people: neighbours as ranges, such as {@code 1995..2003, 2005}. */
    @Override
    public String toString() {
        return ranges().stream().map(PartitionRange::toString).collect(joining(", "));
    }
}

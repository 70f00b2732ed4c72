package dev.ingot.core.partition.bits;

import org.roaringbitmap.RoaringBitmap;

/** The numbers of a bitmap as runs: what costs one step a run instead of one a number. */
public final class Runs {
    private Runs() {}

    /** Told of a run: its first number, and one more than its last. */
    @FunctionalInterface
    public interface Each {
        void run(int from, int to);
    }

    /** Goes through the longest runs in order. */
    public static void forEach(RoaringBitmap numbers, Each each) {
        long from = numbers.nextValue(0);
        while (from >= 0) {
            int to = (int) numbers.nextAbsentValue((int) from);
            each.run((int) from, to);
            from = numbers.nextValue(to);
        }
    }

    /** For each number all those from {@code number + first} to {@code number + last}, within {@code 0} and {@code size - 1}. */
    public static RoaringBitmap around(RoaringBitmap numbers, long first, long last, int size) {
        RoaringBitmap around = new RoaringBitmap();
        forEach(numbers, (from, to) -> add(around, from + first, to + last, size));
        return around;
    }

    /** Every number moved by so much; those that become negative are gone. */
    public static RoaringBitmap shifted(RoaringBitmap numbers, int by) {
        return by == 0 ? numbers : around(numbers, by, by, Integer.MAX_VALUE);
    }

    /** Adds the numbers from one to another, which is not included, within {@code 0} and {@code size - 1}. */
    public static void add(RoaringBitmap numbers, long from, long to, int size) {
        long begin = Math.max(0, from);
        long end = Math.min(size, to);
        if (begin < end) {
            numbers.add(begin, end);
        }
    }
}

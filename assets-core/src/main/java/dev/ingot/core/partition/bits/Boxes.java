package dev.ingot.core.partition.bits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Numbers that stand for combinations: the number in the first dimension times the sizes of all others, and so on. A box is the
 * combinations of some numbers of each dimension.
 */
public final class Boxes {
    private Boxes() {}

    /** All numbers of a box. */
    public static RoaringBitmap combine(List<RoaringBitmap> box, List<Integer> sizes) {
        int last = box.size() - 1;
        RoaringBitmap numbers = box.get(last);
        int size = sizes.get(last);
        for (int dimension = last - 1; dimension >= 0; dimension--) {
            numbers = combine(box.get(dimension), numbers, size);
            size *= sizes.get(dimension);
        }
        return numbers;
    }

    private static RoaringBitmap combine(RoaringBitmap outer, RoaringBitmap inner, int size) {
        RoaringBitmap numbers = new RoaringBitmap();
        if (inner.getCardinality() == size) {
            Runs.forEach(outer, (from, to) -> numbers.add((long) from * size, (long) to * size));
            return numbers;
        }
        PeekableIntIterator each = outer.getIntIterator();
        while (each.hasNext()) {
            long base = (long) each.next() * size;
            Runs.forEach(inner, (from, to) -> numbers.add(base + from, base + to));
        }
        return numbers;
    }

    /** Boxes that have no number in common, and together exactly these numbers. */
    public static List<List<RoaringBitmap>> split(RoaringBitmap numbers, List<Integer> sizes) {
        List<List<RoaringBitmap>> boxes = new ArrayList<>();
        if (sizes.size() == 1) {
            boxes.add(List.of(numbers));
            return boxes;
        }
        List<Integer> inner = sizes.subList(1, sizes.size());
        int size = inner.stream().reduce(1, (left, right) -> left * right);
        new Rows(size).of(numbers).forEach((row, outer) -> {
            for (List<RoaringBitmap> rest : split(row, inner)) {
                List<RoaringBitmap> box = new ArrayList<>();
                box.add(outer);
                box.addAll(rest);
                boxes.add(box);
            }
        });
        return boxes;
    }

    /** The numbers of the first dimension, by what goes with them. */
    private static final class Rows {
        private final int size;
        private final Map<RoaringBitmap, RoaringBitmap> rows = new LinkedHashMap<>();
        private RoaringBitmap row = new RoaringBitmap();
        private int current = -1;

        Rows(int size) {
            this.size = size;
        }

        Map<RoaringBitmap, RoaringBitmap> of(RoaringBitmap numbers) {
            Runs.forEach(numbers, this::add);
            flush();
            return rows;
        }

        private void add(int from, int to) {
            int next = from;
            while (next < to) {
                int outer = next / size;
                if (outer != current) {
                    flush();
                    current = outer;
                }
                long end = next % size == 0 && to - next >= size ? whole(outer, to / size) : part(next, to);
                next = (int) end;
            }
        }

        private long whole(int first, int last) {
            RoaringBitmap all = new RoaringBitmap();
            all.add(0L, size);
            rows.computeIfAbsent(all, unused -> new RoaringBitmap()).add((long) first, last);
            return (long) last * size;
        }

        private long part(int from, int to) {
            long end = Math.min(to, (current + 1L) * size);
            row.add((long) from % size, end - (long) current * size);
            return end;
        }

        private void flush() {
            if (!row.isEmpty()) {
                row.runOptimize();
                rows.computeIfAbsent(row, unused -> new RoaringBitmap()).add(current);
                row = new RoaringBitmap();
            }
        }
    }
}

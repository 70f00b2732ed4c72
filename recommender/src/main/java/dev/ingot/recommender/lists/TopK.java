package dev.ingot.recommender.lists;

/** Finds the rows of the k largest numbers of an array; of equal numbers, the lower row is the larger. */
final class TopK {

    private final int[] heap;
    private final float[] values;
    private int size;

    private TopK(int k, float[] values) {
        this.heap = new int[k];
        this.values = values;
    }

    /** At most k rows, the largest number first; {@code NEGATIVE_INFINITY} and NaN are never among them. */
    static int[] of(float[] values, int k) {
        TopK top = new TopK(k, values);
        for (int row = 0; row < values.length && k > 0; row++) {
            if (values[row] > Float.NEGATIVE_INFINITY) {
                top.offer(row);
            }
        }
        return top.drain();
    }

    /** The heap's root is the least of the best so far. */
    private void offer(int row) {
        if (size < heap.length) {
            heap[size] = row;
            up(size++);
        } else if (less(heap[0], row)) {
            heap[0] = row;
            down();
        }
    }

    private int[] drain() {
        int[] rows = new int[size];
        for (int i = rows.length - 1; i >= 0; i--) {
            rows[i] = heap[0];
            heap[0] = heap[--size];
            down();
        }
        return rows;
    }

    private void up(int from) {
        for (int child = from, parent = (child - 1) / 2;
                less(heap[child], heap[parent]);
                child = parent, parent = (child - 1) / 2) {
            swap(child, parent);
        }
    }

    private void down() {
        int parent = 0;
        int child = leastChild(parent);
        while (child < size && less(heap[child], heap[parent])) {
            swap(child, parent);
            parent = child;
            child = leastChild(parent);
        }
    }

    private int leastChild(int parent) {
        int left = 2 * parent + 1;
        return left + 1 < size && less(heap[left + 1], heap[left]) ? left + 1 : left;
    }

    private boolean less(int row, int other) {
        int byValue = Float.compare(values[row], values[other]);
        return byValue != 0 ? byValue < 0 : row > other;
    }

    private void swap(int a, int b) {
        int row = heap[a];
        heap[a] = heap[b];
        heap[b] = row;
    }
}

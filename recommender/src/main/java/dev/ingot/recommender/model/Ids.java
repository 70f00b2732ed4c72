package dev.ingot.recommender;

import java.io.Serializable;
import java.util.Arrays;

/** An immutable set of ids in ascending order, each with its row number. */
final class Ids implements Serializable {

    private final int[] sorted;

    private Ids(int[] sorted) {
        this.sorted = sorted;
    }

    static Ids of(int... ids) {
        return new Ids(Arrays.stream(ids).sorted().distinct().toArray());
    }

    int size() {
        return sorted.length;
    }

    int at(int row) {
        return sorted[row];
    }

    /** The row of an id, or a negative number when it is unknown. */
    int rowOf(int id) {
        return Arrays.binarySearch(sorted, id);
    }

    boolean contains(int id) {
        return rowOf(id) >= 0;
    }
}

package dev.ingot.recommender.model;

import java.io.Serializable;
import java.util.Arrays;

/** An immutable set of ids in ascending order, each with its row number. */
public final class Ids implements Serializable {

    private final int[] sorted;

    private Ids(int[] sorted) {
        this.sorted = sorted;
    }

    public static Ids of(int... ids) {
        return new Ids(Arrays.stream(ids).sorted().distinct().toArray());
    }

    public int size() {
        return sorted.length;
    }

    public int at(int row) {
        return sorted[row];
    }

    /** The row of an id, or a negative number when it is unknown. */
    public int rowOf(int id) {
        return Arrays.binarySearch(sorted, id);
    }

    public boolean contains(int id) {
        return rowOf(id) >= 0;
    }
}

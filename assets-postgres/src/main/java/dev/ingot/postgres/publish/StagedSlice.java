package dev.ingot.postgres.publish;

import java.math.BigInteger;

/**
 * What was staged of one slice.
 *
 * @param rows how many rows
 * @param sum the sum of their hashes
 */
record StagedSlice(long rows, BigInteger sum) {
    static final StagedSlice EMPTY = new StagedSlice(0, BigInteger.ZERO);

    StagedSlice plus(StagedSlice other) {
        return new StagedSlice(rows + other.rows, sum.add(other.sum));
    }

    /** Equal content, equal version, in whatever order the rows came. */
    String dataVersion() {
        return rows + "-" + sum.toString(16);
    }
}

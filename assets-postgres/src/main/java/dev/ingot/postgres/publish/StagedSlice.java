package dev.ingot.postgres.publish;

import java.math.BigInteger;

/**
 * What was staged of one slice.
 *
 * @param rows how many rows
 * @param bytes their size as they were copied; what the server makes of them is not known as cheaply
 * @param sum the sum of their hashes
 */
record StagedSlice(long rows, long bytes, BigInteger sum) {
    static final StagedSlice EMPTY = new StagedSlice(0, 0, BigInteger.ZERO);

    StagedSlice plus(StagedSlice other) {
        return new StagedSlice(rows + other.rows, bytes + other.bytes, sum.add(other.sum));
    }

    /** Equal content, equal version, in whatever order the rows came. */
    String dataVersion() {
        return rows + "-" + sum.toString(16);
    }
}

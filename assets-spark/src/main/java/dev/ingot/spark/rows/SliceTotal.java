package dev.ingot.spark.rows;

import java.math.BigInteger;

/**
 * What a slice contains, in two numbers that do not depend on the order of its rows.
 *
 * @param rows how many
 * @param sum the sum of their hashes
 */
public record SliceTotal(long rows, BigInteger sum) {
    public static final SliceTotal EMPTY = new SliceTotal(0, BigInteger.ZERO);

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    /** The content's fingerprint: the rows, and the sum in two's complement of 128 bits, hexadecimal. */
    public String version() {
        return rows + "-" + sum.mod(MODULUS).toString(16);
    }
}

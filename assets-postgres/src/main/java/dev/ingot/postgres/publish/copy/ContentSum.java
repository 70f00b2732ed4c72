package dev.ingot.postgres.publish.copy;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.math.BigInteger;

/**
 * The rows of a slice, counted and fingerprinted: the sum of a 64-bit hash of each row's binary form, so that the order of
 * rows does not matter while a row that is there twice does. Not thread-safe.
 */
final class ContentSum {
    // A fingerprint in Guava's words: it will never change.
    private static final HashFunction HASH = Hashing.farmHashFingerprint64();
    private static final int HEX = 16;

    private long rows;
    private long size;
    private long low;
    private long high;

    void add(byte[] bytes, int start, int length) {
        long before = low;
        low += HASH.hashBytes(bytes, start, length).asLong();
        high += Long.compareUnsigned(low, before) < 0 ? 1 : 0;
        rows++;
        size += length;
    }

    long rows() {
        return rows;
    }

    /** The size of their binary forms. */
    long bytes() {
        return size;
    }

    String sum() {
        return new BigInteger(Long.toHexString(high) + "%016x".formatted(low), HEX).toString(HEX);
    }
}

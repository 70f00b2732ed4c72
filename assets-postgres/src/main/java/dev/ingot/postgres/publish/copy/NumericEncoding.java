package dev.ingot.postgres.publish.copy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * PostgreSQL's binary {@code numeric}: digits to the base 10,000, the first of weight 10,000 to the power {@code weight}, and how
 * many decimals to show.
 */
final class NumericEncoding {
    private static final int DIGITS = 4;
    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final int NEGATIVE = 0x4000;

    private NumericEncoding() {}

    static void put(CopyBuffer out, BigDecimal value) {
        int scale = Math.max(0, value.scale());
        // The decimals fill whole digits.
        int fractions = (scale + DIGITS - 1) / DIGITS;
        BigInteger rest = value.abs().setScale(fractions * DIGITS).unscaledValue();
        Deque<Integer> digits = new ArrayDeque<>();
        while (rest.signum() != 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.addFirst(parts[1].intValue());
            rest = parts[0];
        }
        out.putShort(digits.size());
        out.putShort(digits.size() - fractions - 1);
        out.putShort(value.signum() < 0 ? NEGATIVE : 0);
        out.putShort(scale);
        digits.forEach(out::putShort);
    }
}

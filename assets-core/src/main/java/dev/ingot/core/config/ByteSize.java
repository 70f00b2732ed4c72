package dev.ingot.core.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of bytes as settings state it: {@code 512MB}, {@code 64 kb}, {@code 1G}, {@code 1000}. Each unit is 1024 of the one
 * before, as with Spark. {@link #parse} and {@link #toString} undo each other.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) {
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,12}) ?([KMGT]?B?)");
    private static final int STEP = 10;

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("it is negative");
        }
    }

    /** @throws IllegalArgumentException naming what is wrong with the text */
    public static ByteSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it is not a size such as 512MB, 64KB or 2GB");
        }
        String unit = matcher.group(2).endsWith("B") ? matcher.group(2) : matcher.group(2) + "B";
        long scale = 1L << STEP * UNITS.indexOf(unit);
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), scale));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("it is more than there can be", e);
        }
    }

    /** In the largest unit that leaves a whole number. */
    @Override
    public String toString() {
        int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / STEP, UNITS.size() - 1);
        return (bytes >> unit * STEP) + UNITS.get(unit);
    }
}

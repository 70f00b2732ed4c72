package dev.ingot.dataset.sample.internal;

/**
 * A stream of pseudo-random numbers (SplitMix64) that is the same on every machine and in every Java version.
 *
 * <p>The JDK promises the algorithm of none of its generators but the oldest. Streams are derived from a seed and
 * a path of numbers, so that each user and movie has one of its own. Not safe for use by several threads.
 */
public final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double spare;
    private boolean hasSpare;

    /** The stream of the given number for a purpose. */
    public Chance(long seed, Stream stream, long number) {
        state = mix(mix(seed + GOLDEN_GAMMA) + stream.number * GOLDEN_GAMMA) ^ mix(number + GOLDEN_GAMMA);
    }

    /** What a stream is for. Its number is part of what a seed means. */
    public enum Stream {
        CATALOGUE(1),
        TITLE(2),
        MODEL(3),
        VIEWERS(4),
        VIEWER(5),
        TAGS(6),
        RATING_DEFECTS(7),
        MOVIE_DEFECTS(8),
        TAG_DEFECTS(9),
        LINK_DEFECTS(10),
        LINK(11);

        private final int number;

        Stream(int number) {
            this.number = number;
        }
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 up to, but without, {@code bound}. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from 0 up to, but without, 1. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** True with the given probability. */
    public boolean happens(double probability) {
        return unit() < probability;
    }

    /** Any of the choices, each as likely as the others. */
    public <T> T one(T[] choices) {
        return choices[below(choices.length)];
    }

    /** A number of the standard normal distribution (Marsaglia's polar method). */
    public double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * unit() - 1;
            y = 2 * unit() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        hasSpare = true;
        return x * factor;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

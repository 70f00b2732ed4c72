package dev.ingot.core.simulation;

/** Hashes of 64 bits: equal only by an accident that does not happen, and the same in every process. */
final class Mix {
    private Mix() {}

    /** The finalizer of SplitMix64. */
    static long of(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    static long of(long one, long other) {
        return of(of(one) ^ other);
    }

    static long of(String text) {
        long mixed = text.length();
        for (int at = 0; at < text.length(); at++) {
            mixed = mixed * 0x100000001B3L ^ text.charAt(at);
        }
        return of(mixed);
    }
}

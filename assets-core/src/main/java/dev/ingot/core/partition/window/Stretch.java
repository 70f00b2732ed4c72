package dev.ingot.core.partition.window;

import java.time.ZoneOffset;

/**
 * Windows in a row that begin by one and the same clock.
 *
 * @param ordinal the number of the first of them
 * @param first where that begins on the grid
 * @param second the moment at which it begins, in seconds since 1970
 * @param offset what the clock is ahead of UTC
 * @param repeat 0, or that the clock went back and windows follow that are named after the last one before: the number that
 *     tells the first of them apart
 */
record Stretch(int ordinal, long first, long second, ZoneOffset offset, int repeat) {
    boolean isRepeat() {
        return repeat > 0;
    }
}

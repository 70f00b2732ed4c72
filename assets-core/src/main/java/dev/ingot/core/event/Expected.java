package dev.ingot.core.event;

import java.time.Duration;

/**
 * What a step is likely to write and to take, by the ledger; zero where that is not known.
 *
 * @param rows good rows
 * @param bytes size where they are stored
 * @param took computing time
 */
public record Expected(long rows, long bytes, Duration took) {
    private static final Expected UNKNOWN = new Expected(0, 0, Duration.ZERO);

    public static Expected unknown() {
        return UNKNOWN;
    }
}

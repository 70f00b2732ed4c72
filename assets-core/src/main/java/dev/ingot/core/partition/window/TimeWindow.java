package dev.ingot.core.partition.window;

import java.time.Duration;
import java.time.Instant;

/**
 * A period of time.
 *
 * @param start its first moment
 * @param end the first moment after it
 */
public record TimeWindow(Instant start, Instant end) {
    public TimeWindow {
        if (!start.isBefore(end)) {
            throw new IllegalStateException("no time between " + start + " and " + end);
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public boolean overlaps(TimeWindow other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}

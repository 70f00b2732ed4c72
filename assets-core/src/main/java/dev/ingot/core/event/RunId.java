package dev.ingot.core.event;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Clock;
import java.time.Instant;

/** The id of a run: a ULID, so that ids sort by the time at which their runs began. */
public record RunId(String text) implements Comparable<RunId> {
    public RunId {
        if (!Ulid.isValid(text)) {
            throw new IllegalArgumentException("not a run id: " + text);
        }
    }

    public static RunId create(Clock clock) {
        return new RunId(UlidCreator.getMonotonicUlid(clock.millis()).toString());
    }

    /** When the run began, to the millisecond, by the clock of its machine. */
    public Instant begunAt() {
        return Ulid.from(text).getInstant();
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

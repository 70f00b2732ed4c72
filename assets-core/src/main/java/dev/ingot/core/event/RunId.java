package dev.ingot.core.event;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Clock;

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

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.ingot.core.engine;

import dev.ingot.core.run.RunStore.RunSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What another process wants of a run, asked for now and then. Not thread-safe. */
final class Wishes {
    /** How often it is asked at most: each time is a round trip to the run store. */
    static final Duration LOOK = Duration.ofSeconds(1);

    private final Clock clock;
    private final Cancellation cancellation;
    private Instant nextLook = Instant.MIN;
    private boolean paused;

    Wishes(Clock clock, Cancellation cancellation) {
        this.clock = clock;
        this.cancellation = cancellation;
    }

    void heed(RunSession session) {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK);
        session.wish().ifPresent(wish -> {
            switch (wish) {
                case PAUSE -> paused = true;
                case CANCEL -> cancellation.cancel();
            }
        });
    }

    /** Whether no step is to begin. */
    boolean isPaused() {
        return paused;
    }
}

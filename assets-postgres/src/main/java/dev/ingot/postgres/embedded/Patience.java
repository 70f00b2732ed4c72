package dev.ingot.postgres.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A limited time of waiting for something outside this process. */
final class Patience {
    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    static Patience of(Duration limit) {
        return new Patience(System.nanoTime() + limit.toNanos());
    }

    boolean lasts() {
        return System.nanoTime() - end < 0;
    }

    /** Waits that long, also in an interrupted thread: what is waited for must be known either way. */
    void pause(Duration step) {
        boolean interrupted = Thread.interrupted();
        LockSupport.parkNanos(step.toNanos());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

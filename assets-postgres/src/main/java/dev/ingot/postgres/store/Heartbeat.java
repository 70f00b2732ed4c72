package dev.ingot.postgres.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every so often, in a thread of its own, until it is closed: also after it has failed. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final CountDownLatch end = new CountDownLatch(1);

    private Heartbeat() {}

    static Heartbeat every(Duration period, Runnable beat) {
        Heartbeat heartbeat = new Heartbeat();
        Thread thread = new Thread(() -> heartbeat.beat(period, beat), "ingot-heartbeat");
        thread.setDaemon(true);
        thread.start();
        return heartbeat;
    }

    private void beat(Duration period, Runnable beat) {
        boolean failing = false;
        try {
            while (!end.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                failing = !beats(beat, failing);
            }
        } catch (InterruptedException e) {
            // Nobody else knows this thread: it is to end.
        }
    }

    /** A session that is gone holds nothing any more: whoever works in it is told when it has something to say. */
    private static boolean beats(Runnable beat, boolean isKnownToFail) {
        try {
            beat.run();
            return true;
        } catch (RuntimeException e) {
            if (!isKnownToFail) {
                LOG.warn("leases could not be renewed, and are tried again until they can", e);
            }
            return false;
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}

package dev.ingot.postgres.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something every so often, in a thread of its own, until it is closed or fails. */
final class Heartbeat implements AutoCloseable {
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
        try {
            while (!end.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                beat.run();
            }
        } catch (InterruptedException | RuntimeException e) {
            // A session that is gone holds nothing any more: whoever works in it is told when it has something to say.
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}

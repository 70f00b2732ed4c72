package dev.ingot.storage.remote;

import java.util.concurrent.atomic.LongAdder;

/** What a store has asked of its server so far. Thread-safe. */
public final class Traffic {
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder recognised = new LongAdder();

    void addRequest() {
        requests.increment();
    }

    void addRetry() {
        retries.increment();
    }

    void addRecognised() {
        recognised.increment();
    }

    /** Requests sent, retries included. */
    public long requests() {
        return requests.sum();
    }

    /** Requests sent again because one failed that may succeed. */
    public long retries() {
        return retries.sum();
    }

    /** Writes that were refused because they had been carried out already, their reply lost. */
    public long recognised() {
        return recognised.sum();
    }

    @Override
    public String toString() {
        return requests() + " requests, " + retries() + " of them retries, " + recognised()
                + " lost replies recognised";
    }
}

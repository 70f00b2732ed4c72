package dev.ingot.storage.remote;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.ingot.storage.remote.RequestFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests again that may succeed another time: a bounded number of times, after growing, jittered pauses, and visibly. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final double JITTER = 0.5;

    private final FailsafeExecutor<Object> executor;
    private final Traffic traffic;

    Retries(RetryLimits limits, Traffic traffic, String location) {
        this.traffic = traffic;
        RetryPolicyBuilder<Object> passing = policy(Kind.TRANSIENT, limits.retries(), location);
        if (limits.longestDelay().compareTo(limits.firstDelay()) > 0) {
            passing.withBackoff(limits.firstDelay(), limits.longestDelay()).withJitter(JITTER);
        }
        RetryPolicyBuilder<Object> denied =
                policy(Kind.DENIED, Math.min(2, limits.retries()), location).withDelay(limits.firstDelay());
        executor = Failsafe.with(passing.build(), denied.build());
    }

    private RetryPolicyBuilder<Object> policy(Kind kind, int most, String location) {
        return RetryPolicy.builder()
                .handleIf(failure -> failure instanceof RequestFailure known && known.kind() == kind)
                .withMaxRetries(most)
                .onRetry(event -> {
                    traffic.addRetry();
                    String failure = String.valueOf(event.getLastException());
                    LOG.warn("{}: try {} of {}: {}", location, event.getAttemptCount() + 1, most + 1, failure);
                });
    }

    /** One request. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws RequestFailure;
    }

    <T> T send(Request<T> request) throws IOException {
        try {
            return executor.get(() -> {
                traffic.addRequest();
                return request.send();
            });
        } catch (FailsafeException e) {
            if (e.getCause() instanceof RequestFailure failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                InterruptedIOException interrupted = new InterruptedIOException("interrupted between two tries");
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        }
    }
}

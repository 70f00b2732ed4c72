package dev.ingot.core.asset;

import dev.ingot.core.error.FailureKind;
import java.time.Duration;
import java.util.Set;

/**
 * Whether a failed step is tried again, and when: after a pause that doubles each time.
 *
 * @param attempts how often it is begun at most, the first time included
 * @param backoff the pause after the first failure
 * @param longest the longest pause, before chance has its share
 * @param jitter by which share of itself a pause is longer or shorter by chance, from 0 to 1, so that what failed together is not
 *     tried again together
 * @param on the kinds of failures that are worth it; never data errors and bugs, which would only fail again
 */
public record RetryPolicy(int attempts, Duration backoff, Duration longest, double jitter, Set<FailureKind> on) {
    private static final RetryPolicy STANDARD = new RetryPolicy(
            3, Duration.ofSeconds(2), Duration.ofMinutes(1), 0.2, Set.of(FailureKind.TRANSIENT, FailureKind.RESOURCE));

    /** @throws dev.ingot.core.error.IngotException if nobody could keep to it */
    public RetryPolicy {
        on = Set.copyOf(on);
        if (attempts < 1) {
            throw AssetErrors.invalidPolicy("a step is begun at least once, not " + attempts + " times");
        }
        if (backoff.isNegative() || longest.compareTo(backoff) < 0) {
            throw AssetErrors.invalidPolicy("a pause grows from " + backoff + " to " + longest);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw AssetErrors.invalidPolicy("a jitter is a share from 0 to 1, not " + jitter);
        }
        if (on.contains(FailureKind.DATA) || on.contains(FailureKind.BUG)) {
            throw AssetErrors.invalidPolicy("data errors and bugs end the same each time, and are not tried again");
        }
    }

    /** Three attempts, with pauses of about 2 s and 4 s, when something was not there or ran out. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /** One attempt. */
    public static RetryPolicy never() {
        return STANDARD.attempts(1);
    }

    /** The same with so many attempts. */
    public RetryPolicy attempts(int most) {
        return new RetryPolicy(most, backoff, longest, jitter, on);
    }

    /** The same with pauses that grow from the one to the other. */
    public RetryPolicy pauses(Duration first, Duration last) {
        return new RetryPolicy(attempts, first, last, jitter, on);
    }

    /** Whether there is another attempt after so many, the last of which failed like this. */
    public boolean allows(int done, FailureKind failure) {
        return done < attempts && on.contains(failure);
    }

    /**
     * How long to wait after so many attempts.
     *
     * @param chance from 0 to below 1; the middle is the pause without jitter
     */
    public Duration pause(int done, double chance) {
        double doubled = backoff.toMillis() * Math.pow(2, done - 1.0);
        double pause = Math.min(doubled, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(pause * (1 + jitter * (2 * chance - 1))));
    }
}

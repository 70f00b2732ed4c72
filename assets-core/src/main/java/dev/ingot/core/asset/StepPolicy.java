package dev.ingot.core.asset;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the steps of an asset are run.
 *
 * @param retry what happens when one fails
 * @param timeout how long an attempt may take before it is stopped; empty for as long as it likes
 * @param pools the pools in which it takes a place while it runs, beside that of its kind
 */
public record StepPolicy(RetryPolicy retry, Optional<Duration> timeout, Set<String> pools) {
    private static final StepPolicy STANDARD = new StepPolicy(RetryPolicy.standard(), Optional.empty(), Set.of());

    /** @throws dev.ingot.core.error.IngotException if nobody could keep to it */
    public StepPolicy {
        if (timeout.isPresent() && timeout.get().compareTo(Duration.ofMillis(1)) < 0) {
            throw AssetErrors.invalidPolicy("a timeout of " + timeout.get() + " lets nothing run");
        }
        pools = Set.copyOf(pools);
        for (String pool : pools) {
            if (!pool.matches("[a-z][a-z0-9-]*")) {
                throw AssetErrors.invalidPolicy(
                        "the name of a pool is a small letter, then small letters, digits and -, not '" + pool + "'");
            }
        }
    }

    /** What holds for assets that say nothing. */
    public static StepPolicy standard() {
        return STANDARD;
    }

    StepPolicy retrying(RetryPolicy other) {
        return new StepPolicy(other, timeout, pools);
    }

    StepPolicy within(Duration longest) {
        return new StepPolicy(retry, Optional.of(longest), pools);
    }

    StepPolicy in(String... more) {
        Set<String> all = new TreeSet<>(pools);
        all.addAll(Set.of(more));
        return new StepPolicy(retry, timeout, all);
    }
}

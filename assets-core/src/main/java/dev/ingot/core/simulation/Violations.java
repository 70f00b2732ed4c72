package dev.ingot.core.simulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first invariant that was found broken, and how often each was looked at. Whoever watches a run cannot stop it by throwing.
 */
final class Violations {
    private final Map<Invariant, Long> looked = new EnumMap<>(Invariant.class);
    private @Nullable String first;

    void unless(Invariant invariant, boolean holds, Supplier<String> what) {
        looked.merge(invariant, 1L, Long::sum);
        if (!holds && first == null) {
            first = what.get();
        }
    }

    Optional<String> first() {
        return Optional.ofNullable(first);
    }

    Map<Invariant, Long> looked() {
        return Collections.unmodifiableMap(looked);
    }
}

package dev.ingot.core.simulation;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first invariant that was found broken. Whoever watches a run cannot stop it by throwing. */
final class Violations {
    private @Nullable String first;

    void unless(boolean holds, Supplier<String> what) {
        if (!holds && first == null) {
            first = what.get();
        }
    }

    Optional<String> first() {
        return Optional.ofNullable(first);
    }
}

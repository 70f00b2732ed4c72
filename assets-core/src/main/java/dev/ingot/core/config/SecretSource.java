package dev.ingot.core.config;

import java.util.Optional;

/** A place that keeps secrets under names: what {@code ${scheme:name}} refers to. Thread-safe. */
public interface SecretSource {
    /** What stands before the colon, such as {@code env}: lower-case letters. */
    String scheme();

    /**
     * The secret of that name; empty if there is none, or an empty one.
     *
     * @throws dev.ingot.core.error.IngotException with a code of exit 3 when the place cannot be reached
     * @throws IllegalArgumentException if there cannot be such a name, with the reason
     */
    Optional<String> find(String name);

    /** Whether {@link #find} asks nobody but this machine. */
    boolean isLocal();

    /** What to do so that there is a secret of that name, for people. */
    String remedy(String name);
}

package dev.ingot.core.config;

import java.util.function.Supplier;

/**
 * A value that nobody may see: it prints as {@code ***}. What stands behind it is fetched each time it is asked for, so that
 * a secret that was exchanged meanwhile is the new one. Thread-safe.
 */
public final class Secret {
    private final boolean empty;
    private final Supplier<String> value;

    private Secret(boolean empty, Supplier<String> value) {
        this.empty = empty;
        this.value = value;
    }

    /** A secret that is known already. */
    public static Secret of(String value) {
        return new Secret(value.isEmpty(), () -> value);
    }

    static Secret fetched(Supplier<String> value) {
        return new Secret(false, value);
    }

    /** Whether nobody stated one. Fetches nothing. */
    public boolean isEmpty() {
        return empty;
    }

    /**
     * The value itself. Hand it to the one who has to know it, and keep it nowhere.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code unresolved-secret} when its reference leads to nothing, or
     *     with a code of exit 3 when the place where it is kept cannot be reached
     */
    public String reveal() {
        return value.get();
    }

    @Override
    public String toString() {
        return "***";
    }
}

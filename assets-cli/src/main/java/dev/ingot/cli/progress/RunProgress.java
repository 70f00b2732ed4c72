package dev.ingot.cli.progress;

import dev.ingot.core.engine.RunListener;

/** Follows a run for whoever looks at the console. Thread-safe. */
public interface RunProgress extends RunListener, AutoCloseable {
    /** Says something in the middle of the run, without disturbing what is shown of it. */
    void note(String text);

    /** Whether what the run came to is told by {@link #runFinished} already. */
    default boolean isSummary() {
        return false;
    }

    /** Leaves the console to others. Idempotent. */
    @Override
    default void close() {}
}

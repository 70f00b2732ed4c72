package dev.ingot.core.engine.executor;

import dev.ingot.core.check.CheckResult;
import java.util.List;

/** The way between a running step and whoever watches it. Thread-safe. */
public interface StepSignals {
    /** Tells what the step is doing, in a few words for people. */
    void progress(String doing);

    /** Tells how far the step has come; as often as there is news. */
    default void advanced(Advance advance) {}

    /**
     * Tells how the step's checks came out, before anything is committed. They count even when the commit comes about and its
     * success is never told, and when the step gives up because of them; what the step returns in the end takes their place.
     */
    default void checked(List<CheckResult> checks) {}

    /**
     * To be called immediately before a commit: from then on it is looked for whatever happens.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code lease-lost} if the step has lost its right to write
     */
    default void checkLease() {}

    /** Whether somebody wants the step to stop; once it is true it stays so. */
    boolean isCancelled();

    /** Runs this when somebody wants the step to stop: at once if that is already so. At most one, the last one given. */
    void onCancel(Runnable action);

    /** Signals that nobody listens to. */
    static StepSignals none() {
        return new StepSignals() {
            @Override
            public void progress(String doing) {}

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void onCancel(Runnable action) {}
        };
    }
}

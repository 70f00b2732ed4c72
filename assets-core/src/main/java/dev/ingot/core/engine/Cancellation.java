package dev.ingot.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wish that a run should stop: once said, it stands. Thread-safe. */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** Says it. The second and later times change nothing. */
    public void cancel() {
        List<Runnable> told;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            told = List.copyOf(listeners);
        }
        told.forEach(Cancellation::tell);
    }

    /** One that fails must not keep the others from hearing of it. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("a step could not be told to stop", e);
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs this when it is said: at once if that is already so. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                listeners.add(action);
                return;
            }
        }
        action.run();
    }
}

package dev.ingot.cli;

import com.google.inject.spi.ProvisionListener;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that Guice made and that wants to be closed. What was made later may use what was made before, so it is closed
 * first. Thread-safe.
 */
public final class Resources implements ProvisionListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> made = new ArrayDeque<>();

    Resources() {}

    @Override
    public <T> void onProvision(ProvisionInvocation<T> invocation) {
        if (invocation.provision() instanceof AutoCloseable resource) {
            synchronized (made) {
                made.push(resource);
            }
        }
    }

    /** Closes what was made so far; a failure to is logged. Ingot itself calls it when the command has ended. */
    @Override
    public void close() {
        for (AutoCloseable resource = next(); resource != null; resource = next()) {
            try {
                resource.close();
            } catch (Exception e) {
                // The outcome of the command stands; the next command cleans up after what is left.
                LOG.warn("closing {} failed", resource.getClass().getName(), e);
            }
        }
    }

    private @org.jspecify.annotations.Nullable AutoCloseable next() {
        synchronized (made) {
            return made.poll();
        }
    }
}

package dev.ingot.core.engine;

import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease of a step that runs, given back in the end: for good if it is known that nothing more can be committed under it or
 * under those whose place it took, otherwise so that the next holder fences them off. For use by one thread.
 */
final class StepLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StepLease.class);

    private final RunState state;
    private final LeaseStore leases;
    private final Lease lease;
    private boolean settled;
    private boolean over;

    StepLease(RunState state, LeaseStore leases, Lease lease) {
        this.state = state;
        this.leases = leases;
        this.lease = lease;
    }

    /** Whether it is known, from now on, what was committed. */
    void settled(boolean now) {
        settled = now;
    }

    /** It was given back already. */
    void over() {
        over = true;
    }

    /** A store that could not be reached hears of it before it grants the run another lease. */
    @Override
    public void close() {
        if (over) {
            return;
        }
        try {
            if (settled) {
                state.leave(lease);
            } else {
                leases.abandon(lease);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} could not give its lease back", lease.step(), e);
        }
    }
}

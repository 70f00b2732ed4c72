package dev.ingot.core.lease;

import java.util.List;

/**
 * The rights to write slices. Thread-safe. The clock is the store's own.
 *
 * <p>A lease belongs to a live run: it is renewed as long as the run's session goes on, free for others at once when that ends, and
 * after its time when the process no longer renews it.
 *
 * <p>All methods throw {@link dev.ingot.core.error.IngotException} with code {@code unreachable-database} when the store cannot
 * be reached.
 */
public interface LeaseStore {
    /**
     * Grants all of the slices and a place in each pool, or nothing. Never waits. A lease that the same step held before, in a
     * former attempt, is replaced.
     */
    Grant acquire(LeaseRequest request);

    /**
     * Says of leases whose place was taken ({@link Grant.Granted#over}) that nothing will be committed under them any more, and that
     * what was is recorded. Until then everybody who gets slices of theirs is told of them, so that none is forgotten with
     * somebody who did not come so far. Idempotent.
     */
    void settled(List<Lease> over);

    /** Whether the right is still its holder's at this moment. */
    boolean holds(Lease lease);

    /**
     * Gives a lease back: nothing will be committed under it any more. Idempotent. If the store cannot be reached, it tries again
     * by itself before it grants another one.
     */
    void release(Lease lease);

    /**
     * Gives a lease up although something might still be committed under it: who gets its slices next is told, and fences the
     * step off. Idempotent. What could not be said is said again, as in {@link #release}.
     */
    void abandon(Lease lease);
}

package dev.ingot.core.ledger;

import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import java.util.Optional;

/**
 * What is recorded in leases and ledger where a step begins and where it ends, in as few trips to the store as it needs for it.
 * Thread-safe. Fails as {@link dev.ingot.core.lease.LeaseStore} and {@link Ledger} do.
 */
public interface StepRecords {
    /**
     * Asks for the lease as {@link dev.ingot.core.lease.LeaseStore#acquire}. Where nobody had to be asked or fenced off for it, the
     * store says the step's {@linkplain Ledger#intend intent} and looks for {@linkplain Ledger#since news} on the same trip.
     *
     * @param position what the news are later than
     */
    Begun begin(LeaseRequest request, String position);

    /**
     * The answer.
     *
     * @param grant whether the step may begin
     * @param news what was recorded until the lease was granted; present only with a lease, and if the intent was said, too
     */
    record Begun(Grant grant, Optional<Ledger.News> news) {}

    /**
     * Whether the right is still its holder's. To be asked immediately before a commit. One that was granted here a moment ago may be
     * taken for held without a look: whoever has taken it since has fenced its holder off from the table first.
     */
    boolean mayCommit(Lease lease);

    /** Records what a step has committed, and then gives its lease back. Doing it twice changes nothing. */
    void end(Materialization done, Lease lease);

    /**
     * Gives back a lease under which nothing was committed, or nothing that has not been recorded, and drops its step's intent.
     * What could not be done is done later, as by {@link dev.ingot.core.lease.LeaseStore#release}.
     */
    void leave(Lease lease);
}

package dev.ingot.core.ledger;

import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import java.util.Optional;

/** One thing after the other, for leases and a ledger that know nothing of each other. */
record SeparateRecords(LeaseStore leases, Ledger ledger) implements StepRecords {
    @Override
    public Begun begin(LeaseRequest request, String position) {
        return new Begun(leases.acquire(request), Optional.empty());
    }

    @Override
    public boolean mayCommit(Lease lease) {
        return leases.holds(lease);
    }

    @Override
    public void end(Materialization done, Lease lease) {
        ledger.record(done);
        leases.release(lease);
    }

    @Override
    public void leave(Lease lease) {
        leases.release(lease);
    }
}

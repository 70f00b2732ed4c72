package dev.ingot.postgres.store;

import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.postgres.database.Database;
import java.util.Optional;

/**
 * A round trip where a step begins, one where it is about to commit, and one where it ends. The first waits for no disk: if a crash of
 * the server takes the lease and the intent, it takes the run's session, too, and nothing can be committed any more.
 */
final class PostgresStepRecords implements StepRecords {
    private final Database database;
    private final PostgresLeaseStore leases;

    PostgresStepRecords(Database database, PostgresLeaseStore leases) {
        this.database = database;
        this.leases = leases;
    }

    @Override
    public Begun begin(LeaseRequest request, String position) {
        return leases.free(request, position).orElseGet(() -> new Begun(leases.acquire(request), Optional.empty()));
    }

    @Override
    public boolean mayCommit(Lease lease) {
        return leases.mayCommit(lease);
    }

    @Override
    public void end(Materialization done, Lease lease) {
        database.query(handle -> {
            MaterializationWriter.write(handle, done, lease);
            return done;
        });
    }

    @Override
    public void leave(Lease lease) {
        leases.leave(lease);
    }
}

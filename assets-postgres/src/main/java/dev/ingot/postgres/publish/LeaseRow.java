package dev.ingot.postgres.publish;

import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseErrors;
import org.jdbi.v3.core.Handle;

/** The fence of the tables in PostgreSQL: the row of the step's lease. */
final class LeaseRow {
    private LeaseRow() {}

    /**
     * Keeps the lease until the transaction has ended: nobody is granted the slices before. It may be renewed meanwhile.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code lease-lost} if it has expired, or is somebody else's
     */
    static void lock(Handle transaction, Lease lease) {
        String sql = "SELECT token FROM ingot.lease WHERE token = ? AND expires_at > clock_timestamp() FOR KEY SHARE";
        if (transaction.select(sql, lease.token()).mapTo(Long.class).findOne().isEmpty()) {
            throw LeaseErrors.lost(lease);
        }
    }
}

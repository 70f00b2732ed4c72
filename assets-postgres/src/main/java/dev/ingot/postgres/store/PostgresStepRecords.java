package dev.ingot.postgres.store;

import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.postgres.database.Database;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A round trip where a step begins, and one where it ends; between them one where it is about to commit, unless it began less than
 * a thirtieth of the time ago that a lease lasts, and less than a second: an attempt that is given up, some seconds after it was told
 * to stop, is always looked at.
 */
final class PostgresStepRecords implements StepRecords {
    private static final int PARTS = 30;
    private static final Duration MOST = Duration.ofSeconds(1);

    private final Database database;
    private final PostgresLeaseStore leases;
    private final long fresh;
    private final LongSupplier nanos;
    /** When leases were asked for that were granted a moment ago, by token. Time in which the process stands still passes as any other. */
    private final Map<Long, Long> asked = new ConcurrentHashMap<>();

    /**
     * Of one store of leases.
     *
     * @param nanos a clock that only goes forward
     */
    PostgresStepRecords(Database database, PostgresLeaseStore leases, LongSupplier nanos) {
        this.database = database;
        this.leases = leases;
        this.fresh = Math.min(leases.ttl().dividedBy(PARTS).toNanos(), MOST.toNanos());
        this.nanos = nanos;
    }

    @Override
    public Begun begin(LeaseRequest request, String position) {
        long now = nanos.getAsLong();
        asked.values().removeIf(since -> now - since >= fresh);
        Optional<Begun> free = leases.free(request, position);
        free.map(Begun::grant)
                .map(grant -> ((Grant.Granted) grant).lease())
                .ifPresent(lease -> asked.put(lease.token(), now));
        return free.orElseGet(() -> new Begun(leases.acquire(request), Optional.empty()));
    }

    @Override
    public boolean mayCommit(Lease lease) {
        Long since = asked.get(lease.token());
        return (since != null && nanos.getAsLong() - since < fresh) || leases.holds(lease);
    }

    @Override
    public void end(Materialization done, Lease lease) {
        database.query(handle -> {
            MaterializationWriter.write(handle, done, lease);
            return done;
        });
        asked.remove(lease.token());
    }

    @Override
    public void leave(Lease lease) {
        leases.leave(lease);
        asked.remove(lease.token());
    }
}

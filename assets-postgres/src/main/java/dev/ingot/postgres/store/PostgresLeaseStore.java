package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.postgres.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Leases in PostgreSQL, by its clock.
 *
 * <p>Granting is one transaction at a time, under an advisory lock. A lease alone need not be on disk: one that a crash of the server
 * forgets belongs to a run whose session it ended.
 */
final class PostgresLeaseStore implements LeaseStore {
    // "ingo" in ASCII, and its second lock; the first was that of the only writer.
    static final String GRANTING = "1768843119, 2";

    /** For the transaction of the statement that joins it. */
    private static final String SOON = "soon AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)) ";

    private static final String LEAVE = "WITH " + SOON + """
            , gone AS (DELETE FROM ingot.lease USING soon WHERE token = ? RETURNING lease.*)
            DELETE FROM ingot.intent USING gone
            WHERE intent.run_id = gone.run_id AND intent.step_number = gone.step_number
              AND gone.expires_at > '-infinity'
            """;

    private final Database database;
    private final Duration ttl;
    /**
     * What could not be done, by token: the session renews such a lease for as long as its run lasts, which would otherwise wait
     * for itself.
     */
    private final Map<Long, String> owed = new ConcurrentHashMap<>();

    PostgresLeaseStore(Database database, Duration ttl) {
        this.database = database;
        this.ttl = ttl;
    }

    /** A lease that overlaps with a request. */
    private record Other(Lease lease, boolean binds, String holder) {}

    @Override
    public Grant acquire(LeaseRequest request) {
        owed.forEach(this::change);
        return database.inTransaction(transaction -> {
            transaction.execute(
                    "SELECT set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(" + GRANTING + ")");
            return acquire(transaction, request);
        });
    }

    /** The lease and all that goes with it, if nobody has to be asked or fenced off for it. */
    Optional<StepRecords.Begun> free(LeaseRequest request, String position) {
        owed.forEach(this::change);
        return FreeLease.begin(database, request, ttl, position);
    }

    /** How long a lease lasts that is not renewed. */
    Duration ttl() {
        return ttl;
    }

    boolean isIn(Database other) {
        return database == other;
    }

    private Grant acquire(Handle transaction, LeaseRequest request) {
        List<Other> others = others(transaction, request);
        Optional<Other> holder = others.stream()
                .filter(other -> other.binds() && !other.lease().step().equals(request.step()))
                .findFirst();
        if (holder.isPresent()) {
            return held(holder.get());
        }
        Optional<String> full = full(transaction, request);
        if (full.isPresent()) {
            return new Grant.PoolFull(full.get());
        }
        // A row that is locked belongs to a load in the middle of its last transaction, which will not wait for us. The
        // update
        // alone would not see that: it changes no key, so that it does not conflict with such a lock.
        for (Other other : others) {
            if (transaction.execute("""
                    UPDATE ingot.lease SET expires_at = '-infinity' WHERE token IN (
                        SELECT token FROM ingot.lease WHERE token = ? FOR UPDATE SKIP LOCKED)
                    """, other.lease().token()) == 0) {
                transaction.rollback();
                return held(other);
            }
        }
        return new Grant.Granted(
                insert(transaction, request), others.stream().map(Other::lease).toList());
    }

    private static Grant held(Other other) {
        return new Grant.Held(
                other.holder(), other.lease().asset(), other.lease().slices());
    }

    private static List<Other> others(Handle transaction, LeaseRequest request) {
        String sql = """
                SELECT lease.*, expires_at > clock_timestamp() AND ingot.lives(run_id) AS binds,
                    coalesce(' (''' || command || ''' of ' || holder || ')', '') AS words
                FROM ingot.lease LEFT JOIN ingot.run USING (run_id)
                WHERE asset = :asset AND (:whole OR '' = ANY (slices) OR slices && CAST(:slices AS text[]))
                ORDER BY token
                """;
        return transaction
                .createQuery(sql)
                .bind("asset", request.asset().toString())
                .bind("whole", request.slices().contains(PartitionKey.whole()))
                .bindArray("slices", String.class, texts(request.slices()))
                .map((row, context) -> other(row))
                .list();
    }

    private static Other other(ResultSet row) throws SQLException {
        StepId step = Rows.stepId(row);
        String[] slices = (String[]) row.getArray("slices").getArray();
        Lease lease = new Lease(
                step,
                AssetKey.parse(row.getString("asset")),
                PartitionSet.of(Arrays.stream(slices).map(PartitionKey::parse).toList()),
                row.getLong("token"));
        return new Other(lease, row.getBoolean("binds"), "run " + step.run() + row.getString("words"));
    }

    /** A pool without a place, if there is one. */
    private static Optional<String> full(Handle transaction, LeaseRequest request) {
        String sql = """
                SELECT count(*) FROM ingot.lease
                WHERE :pool = ANY (pools) AND NOT (run_id = :run AND step_number = :number)
                  AND expires_at > clock_timestamp() AND ingot.lives(run_id)
                """;
        return request.pools().keySet().stream()
                .sorted()
                .filter(pool -> transaction
                                .createQuery(sql)
                                .bind("pool", pool)
                                .bind("run", request.step().run().text())
                                .bind("number", request.step().number())
                                .mapTo(Long.class)
                                .one()
                        >= request.pools().getOrDefault(pool, 0))
                .findFirst();
    }

    private Lease insert(Handle transaction, LeaseRequest request) {
        String sql = """
                WITH next AS (
                    UPDATE ingot.lease_token
                    SET last = greatest(last + 2, CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint))
                    RETURNING last)
                INSERT INTO ingot.lease (token, run_id, step_number, asset, slices, pools, expires_at)
                SELECT last, :run, :number, :asset, :slices, :pools, clock_timestamp() + :ttl * interval '1 millisecond'
                FROM next RETURNING token
                """;
        long token = transaction
                .createQuery(sql)
                .bind("run", request.step().run().text())
                .bind("number", request.step().number())
                .bind("asset", request.asset().toString())
                .bindArray("slices", String.class, texts(request.slices()))
                .bindArray("pools", String.class, List.copyOf(request.pools().keySet()))
                .bind("ttl", ttl.toMillis())
                .mapTo(Long.class)
                .one();
        return new Lease(request.step(), request.asset(), request.slices(), token);
    }

    static List<String> texts(PartitionSet slices) {
        return slices.stream().map(PartitionKey::toString).toList();
    }

    @Override
    public void settled(List<Lease> over) {
        String sql = "WITH " + SOON + "DELETE FROM ingot.lease USING soon"
                + " WHERE token = ANY (:tokens) AND expires_at = '-infinity'";
        database.query(handle -> handle.createUpdate(sql)
                .bindArray("tokens", Long.class, over.stream().map(Lease::token).toList())
                .execute());
    }

    @Override
    public boolean holds(Lease lease) {
        String sql = """
                SELECT EXISTS (
                    SELECT FROM ingot.lease
                    WHERE token = ? AND expires_at > clock_timestamp() AND ingot.lives(run_id))
                """;
        return database.query(
                handle -> handle.select(sql, lease.token()).mapTo(Boolean.class).one());
    }

    @Override
    public void release(Lease lease) {
        change(lease.token(), "WITH " + SOON + "DELETE FROM ingot.lease USING soon WHERE token = ?");
    }

    /** The same, with the intent of its step; an attempt that was given up leaves that of the next one alone. */
    void leave(Lease lease) {
        change(lease.token(), LEAVE);
    }

    @Override
    public void abandon(Lease lease) {
        String sql = "UPDATE ingot.lease SET expires_at = '-infinity' FROM soon WHERE token = ?";
        change(lease.token(), "WITH " + SOON + sql);
    }

    /** One statement, whose commit need not be on disk: with the server's memory the run that held the lease is gone too. */
    private void change(long token, String sql) {
        owed.put(token, sql);
        database.query(handle -> handle.execute(sql, token));
        owed.remove(token, sql);
    }

    /** What a session of a run held, before another one takes the run up. */
    static void abandonAll(Handle transaction, String run) {
        transaction.execute("UPDATE ingot.lease SET expires_at = '-infinity' WHERE run_id = ?", run);
    }
}

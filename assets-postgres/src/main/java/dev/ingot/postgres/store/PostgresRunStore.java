package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.run.Failures;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunWish;
import dev.ingot.postgres.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Runs in PostgreSQL.
 *
 * <p>A live run holds an advisory lock of its own id in a session of its own, by which everybody sees that it lives. The server
 * drops it when the process dies, at once and without a heartbeat; on a vanished machine, when the keep-alives go unanswered for 25
 * seconds. What the run may write expires sooner: its leases are renewed by the session.
 */
public final class PostgresRunStore implements RunStore {
    // The two halves of a lock's key, as pg_locks shows them; subid 1 is that of a single bigint.
    private static final String RUNS = """
            WITH live AS MATERIALIZED (
                SELECT classid::bigint << 32 | objid::bigint AS key FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 1 AND granted
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
            run AS (
                SELECT *, hashtextextended(run_id, 0) IN (SELECT key FROM live) AS alive FROM ingot.run)
            SELECT * FROM run
            """;

    /** How long a lease lasts when nothing else was said. */
    public static final Duration LEASE_TTL = Duration.ofSeconds(30);

    private final Database database;
    private final Duration ttl;
    private final LeaseStore leases;

    public PostgresRunStore(Database database) {
        this(database, LEASE_TTL);
    }

    /** @param ttl how long a lease lasts when its run does not renew it */
    public PostgresRunStore(Database database, Duration ttl) {
        this.database = database;
        this.ttl = ttl;
        this.leases = new PostgresLeaseStore(database, ttl);
    }

    @Override
    public void getReady() {
        database.openAhead();
    }

    @Override
    public LeaseStore leases() {
        return leases;
    }

    @Override
    public RunSession begin(Run run, List<StepState> steps, String plan) {
        return PostgresRunSession.claim(
                        database, run.id(), ttl, transaction -> RunRows.insert(transaction, run, steps, plan))
                .orElseThrow(() -> new IllegalStateException("somebody holds the lock of a run that begins: " + run));
    }

    @Override
    public RunSession resume(RunId id, String holder) {
        return PostgresRunSession.claim(database, id, ttl, transaction -> takeUp(transaction, id, holder))
                .orElseThrow(() -> notResumable(id));
    }

    /** By now its lock is ours: it has no other process, whatever its row says. */
    private void takeUp(Handle transaction, RunId id, String holder) {
        String sql = """
                UPDATE ingot.run SET status = 'running', holder = ?, finished_at = NULL, message = '', wish = NULL
                WHERE run_id = ? AND status IN ('running', 'paused')
                """;
        if (transaction.execute(sql, holder, id.text()) == 0) {
            throw notResumable(id);
        }
        PostgresLeaseStore.abandonAll(transaction, id.text());
    }

    private IngotException notResumable(RunId id) {
        return find(id).map(RunErrors::notResumable).orElseGet(() -> RunErrors.unknown(id.text(), List.of()));
    }

    @Override
    public Optional<String> plan(RunId id) {
        return database.query(
                handle -> handle.select("SELECT plan FROM ingot.run WHERE run_id = ? AND plan <> ''", id.text())
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public boolean ask(RunId id, RunWish wish) {
        if (find(id).map(Run::status).filter(RunStatus.RUNNING::equals).isEmpty()) {
            return false;
        }
        String sql = """
                UPDATE ingot.run SET wish = CASE wish WHEN 'cancel' THEN wish ELSE ? END
                WHERE run_id = ? AND status = 'running'
                """;
        return database.query(handle -> handle.execute(sql, wish.text(), id.text())) == 1;
    }

    @Override
    public Failures failures() {
        Map<AssetKey, Map<PartitionKey, StepId>> failed = new TreeMap<>();
        database.query(handle -> {
            handle.createQuery("SELECT * FROM ingot.failed_slice")
                    .map((row, context) -> failed.computeIfAbsent(
                                    AssetKey.parse(row.getString("asset")), unused -> new TreeMap<>())
                            .put(PartitionKey.parse(row.getString("partition")), Rows.stepId(row)))
                    .list();
            return failed;
        });
        return new Failures(failed);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return read("WHERE run_id = ?", id.text()).stream().findFirst();
    }

    @Override
    public List<Run> newest(int limit) {
        return read("ORDER BY run_id DESC LIMIT ?", limit);
    }

    /** Those that have neither ended nor died: few, however many there have been. */
    @Override
    public List<Run> live() {
        return read("WHERE status = 'running' ORDER BY run_id DESC").stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .toList();
    }

    /**
     * Reads once more when somebody seems to have died: a run that ends in the middle of the query has released its
     * lock, while its last word is too young for the query to see.
     */
    private List<Run> read(String which, Object... parameters) {
        List<Run> runs = readOnce(which, parameters);
        boolean deaths = runs.stream().anyMatch(run -> run.status() == RunStatus.DIED);
        return deaths ? readOnce(which, parameters) : runs;
    }

    private List<Run> readOnce(String which, Object... parameters) {
        return database.query(handle -> handle.select(RUNS + which, parameters)
                .map((row, context) -> Rows.run(row))
                .list());
    }

    @Override
    public List<StepState> steps(RunId id) {
        String sql = "SELECT *, number AS step_number FROM ingot.step WHERE run_id = :id ORDER BY number";
        return database.query(handle -> {
            Query query = handle.createQuery(sql).bind("id", id.text());
            return query.map((row, context) -> Rows.step(row)).list();
        });
    }

    @Override
    public List<RunEvent> events(RunId id) {
        return events(id, 0);
    }

    @Override
    public List<RunEvent> events(RunId id, int known) {
        String sql = """
                SELECT run_event.*, step.asset, step.reason, expected_rows, expected_bytes, expected_millis
                FROM ingot.run_event LEFT JOIN ingot.step ON step.run_id = run_event.run_id AND number = step_number
                WHERE run_event.run_id = :id ORDER BY event_id OFFSET :known
                """;
        return database.query(handle -> {
            Query query = handle.createQuery(sql).bind("id", id.text()).bind("known", known);
            return query.map((row, context) -> Rows.event(row)).list();
        });
    }
}

package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.run.RunWish;
import dev.ingot.postgres.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The life of a run, as long as its connection lives. Events and the renewal of leases go through the same connection: a run that
 * has lost its lock cannot record anything more.
 */
final class PostgresRunSession implements RunSession {
    /** How long somebody who has just ended may take to go. */
    private static final Duration GOES = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(20);
    /** An expired lease that nobody has taken is its holder's again; one that was given up is not. */
    private static final String RENEW = """
            UPDATE ingot.lease SET expires_at = clock_timestamp() + :ttl * interval '1 millisecond'
            WHERE run_id = :run AND expires_at > '-infinity'
            """;

    private static final String DURABLY = "SET LOCAL synchronous_commit TO DEFAULT";

    private final Database database;
    private final Handle handle;
    private final RunId run;
    private @Nullable Heartbeat heartbeat;
    private boolean closed;

    private PostgresRunSession(Database database, Handle handle, RunId run) {
        this.database = database;
        this.handle = handle;
        this.run = run;
    }

    /**
     * Opens a session that holds the run's own lock; empty if another one does.
     *
     * @param ttl how long a lease of the run lasts when it is not renewed
     * @param writes what the claim records, in its transaction
     */
    static Optional<RunSession> claim(Database database, RunId id, Duration ttl, Consumer<Handle> writes) {
        Handle handle = Jdbi.open(database.dedicated("ingot run " + id));
        PostgresRunSession session = new PostgresRunSession(database, handle, id);
        boolean claimed = false;
        try {
            claimed = session.claim(writes);
            session.beat(ttl);
            return claimed ? Optional.of(session) : Optional.empty();
        } finally {
            if (!claimed) {
                session.close();
            }
        }
    }

    /** Who has just paused the run may still be about to leave. */
    private boolean claim(Consumer<Handle> writes) {
        long end = System.nanoTime() + GOES.toNanos();
        while (!tryClaim(writes)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        handle.execute("SET synchronous_commit = off");
        return true;
    }

    private boolean tryClaim(Consumer<Handle> writes) {
        return database.translated(() -> handle.inTransaction(transaction -> {
            boolean free = transaction
                    .createQuery("SELECT pg_try_advisory_lock(hashtextextended(:run, 0))")
                    .bind("run", run.text())
                    .mapTo(boolean.class)
                    .one();
            if (free) {
                writes.accept(transaction);
            }
            return free;
        }));
    }

    private synchronized void beat(Duration ttl) {
        heartbeat = Heartbeat.every(ttl.dividedBy(3), () -> renew(ttl));
    }

    /** From now on its leases expire, as those of a process that stands still. */
    synchronized void stopBeating() {
        if (heartbeat != null) {
            heartbeat.close();
        }
    }

    private synchronized void renew(Duration ttl) {
        if (!closed) {
            handle.createUpdate(RENEW)
                    .bind("ttl", ttl.toMillis())
                    .bind("run", run.text())
                    .execute();
        }
    }

    @Override
    public synchronized Optional<RunWish> wish() {
        return closed
                ? Optional.empty()
                : database.translated(() -> handle.select("SELECT wish FROM ingot.run WHERE run_id = ?", run.text())
                        .map((row, context) -> Optional.ofNullable(row.getString("wish")))
                        .one()
                        .map(RunWish::parse));
    }

    @Override
    public synchronized void failed(StepId step, AssetKey asset, PartitionSet slices) {
        if (slices.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO ingot.failed_slice (asset, partition, run_id, step_number) VALUES (?, ?, ?, ?)
                ON CONFLICT (asset, partition) DO UPDATE
                SET run_id = excluded.run_id, step_number = excluded.step_number
                """;
        database.translated(() -> handle.inTransaction(transaction -> {
            transaction.execute(DURABLY);
            PreparedBatch batch = transaction.prepareBatch(sql);
            slices.forEach(slice ->
                    batch.add(asset.toString(), slice.toString(), step.run().text(), step.number()));
            return batch.execute();
        }));
    }

    @Override
    public synchronized void record(RunEvent event) {
        if (closed) {
            throw new IllegalStateException("run " + event.run() + " is closed, and does not record " + event);
        }
        if (event.step().isPresent()) {
            record(List.of(event));
        } else {
            check(event, database.translated(() -> handle.inTransaction(transaction -> recordRun(event))));
        }
    }

    /**
     * It need not be on disk at once. A server that loses it loses this run's session with it, so the run has died, and what its steps
     * have come to is for the ledger to say.
     */
    @Override
    public synchronized void record(List<RunEvent> events) {
        if (closed) {
            throw new IllegalStateException("run " + run + " is closed, and does not record " + events);
        }
        if (!events.isEmpty()) {
            check(events.get(0), database.translated(() -> StepEventWriter.write(handle, run, events)));
        }
    }

    private static void check(RunEvent event, boolean recorded) {
        if (!recorded) {
            throw new IllegalStateException("run " + event.run() + " has ended, and does not record " + event);
        }
    }

    private boolean recordRun(RunEvent event) {
        handle.execute(DURABLY);
        String sql = """
                WITH live AS (
                    UPDATE ingot.run SET status = :status,
                        message = CASE WHEN :final THEN :message ELSE message END,
                        finished_at = CASE WHEN :final THEN :at END
                    WHERE run_id = :run AND status = 'running' RETURNING run_id)
                INSERT INTO ingot.run_event (run_id, at, status, message)
                SELECT run_id, :at, :status, :message FROM live
                """;
        return handle.createUpdate(sql)
                        .bind("run", event.run().text())
                        .bind("at", Rows.time(event.at()))
                        .bind("status", event.status().text())
                        .bind("message", event.message())
                        .bind("final", event.status().isFinal())
                        .execute()
                == 1;
    }

    /** Unlocks before it disconnects: the server would take a moment to notice that we left. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stopBeating();
        try (Handle closing = handle) {
            closing.execute("SELECT pg_advisory_unlock_all()");
        } catch (RuntimeException connectionIsGone) {
            // And so are its locks.
        }
    }
}

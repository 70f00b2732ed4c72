package dev.ingot.postgres.store;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.postgres.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The right to write, as long as its connection lives. Events go through the same connection: a run that has lost its
 * locks cannot record anything more.
 */
final class PostgresRunSession implements RunSession {
    // "ingo" in ASCII, and its first lock.
    private static final String WRITER = "1768843119, 1";
    private static final Duration WRITES_ITS_ROW = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Database database;
    private final Handle handle;
    private boolean closed;

    private PostgresRunSession(Database database, Handle handle) {
        this.database = database;
        this.handle = handle;
    }

    static PostgresRunSession begin(Database database, Run run, List<StepState> steps, Supplier<Optional<Run>> live) {
        Handle handle = Jdbi.open(database.dedicated("ingot run " + run.id()));
        PostgresRunSession session = new PostgresRunSession(database, handle);
        try {
            session.claim(run, steps, live);
            return session;
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    /** Between another run's claim and its row there is a moment in which nobody can be named: try again then. */
    private void claim(Run run, List<StepState> steps, Supplier<Optional<Run>> live) {
        long end = System.nanoTime() + WRITES_ITS_ROW.toNanos();
        while (!tryClaim(run, steps)) {
            Optional<Run> holder = live.get();
            if (holder.isPresent()) {
                throw RunErrors.leaseHeld(holder.get());
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("a session without a run holds the writer's lock " + WRITER);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private boolean tryClaim(Run run, List<StepState> steps) {
        return database.translated(() -> handle.inTransaction(transaction -> {
            boolean free = transaction
                    .createQuery("SELECT pg_try_advisory_lock(" + WRITER + ")")
                    .mapTo(boolean.class)
                    .one();
            if (free) {
                transaction.execute(
                        "SELECT pg_advisory_lock(hashtextextended(?, 0))",
                        run.id().text());
                insert(transaction, run);
                insert(transaction, steps);
            }
            return free;
        }));
    }

    private static void insert(Handle transaction, Run run) {
        transaction.execute(
                "INSERT INTO ingot.run VALUES (?, ?, ?, ?, ?, ?, ?)",
                run.id().text(),
                run.command(),
                run.holder(),
                run.status().text(),
                Rows.time(run.startedAt()),
                Rows.time(run.finishedAt()),
                run.message());
    }

    private static void insert(Handle transaction, List<StepState> steps) {
        if (steps.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                transaction.prepareBatch("INSERT INTO ingot.step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (StepState step : steps) {
            batch.add(
                    step.id().run().text(),
                    step.id().number(),
                    step.asset().toString(),
                    step.reason(),
                    step.partitions(),
                    step.status().text(),
                    step.rows(),
                    step.rejected(),
                    Rows.time(step.startedAt()),
                    Rows.time(step.finishedAt()),
                    step.message());
        }
        batch.execute();
    }

    @Override
    public synchronized void record(RunEvent event) {
        if (closed) {
            throw new IllegalStateException("run " + event.run() + " is closed, and does not record " + event);
        }
        int changed = database.translated(
                () -> event.step().map(step -> record(event, step)).orElseGet(() -> recordRun(event)));
        if (changed != 1) {
            throw new IllegalStateException("run " + event.run() + " has ended, and does not record " + event);
        }
    }

    /** One statement, so one transaction and one round trip. */
    private int record(RunEvent event, StepState step) {
        String sql = """
                WITH live AS (SELECT run_id FROM ingot.run WHERE run_id = :run AND status = 'running'),
                event AS (
                    INSERT INTO ingot.run_event (run_id, at, status, message, step_number, step_partitions, step_status,
                        step_rows, step_rejected, step_started_at, step_finished_at, step_message)
                    SELECT run_id, :at, :status, :message, :number, :partitions, :step, :rows, :rejected,
                        :started, :finished, :why
                    FROM live)
                UPDATE ingot.step SET partitions = :partitions, status = :step, rows = :rows, rejected = :rejected,
                    started_at = :started, finished_at = :finished, message = :why
                FROM live WHERE step.run_id = live.run_id AND number = :number
                """;
        return handle.createUpdate(sql)
                .bind("run", event.run().text())
                .bind("at", Rows.time(event.at()))
                .bind("status", event.status().text())
                .bind("message", event.message())
                .bind("number", step.id().number())
                .bind("partitions", step.partitions())
                .bind("step", step.status().text())
                .bind("rows", step.rows())
                .bind("rejected", step.rejected())
                .bind("started", Rows.time(step.startedAt()))
                .bind("finished", Rows.time(step.finishedAt()))
                .bind("why", step.message())
                .execute();
    }

    private int recordRun(RunEvent event) {
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
                .execute();
    }

    /** Unlocks before it disconnects: the server would take a moment to notice that we left. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (Handle closing = handle) {
            closing.execute("SELECT pg_advisory_unlock_all()");
        } catch (RuntimeException connectionIsGone) {
            // And so are its locks.
        }
    }
}

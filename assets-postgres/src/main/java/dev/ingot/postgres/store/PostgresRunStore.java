package dev.ingot.postgres.store;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.postgres.database.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * Runs in PostgreSQL.
 *
 * <p>A live run holds two advisory locks in a session of its own: the writer's lock, of which there is one, and a lock
 * of its own id, by which everybody sees that it lives. The server drops both when the process dies, at once and
 * without a heartbeat; on a vanished machine, when the keep-alives go unanswered for a minute.
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

    private final Database database;

    public PostgresRunStore(Database database) {
        this.database = database;
    }

    @Override
    public RunSession begin(Run run, List<StepState> steps) {
        return PostgresRunSession.begin(database, run, steps, this::live);
    }

    /** The run that holds the right to write, also when it has already said how it ended. */
    private Optional<Run> live() {
        return read("WHERE alive ORDER BY run_id DESC LIMIT 1").stream().findFirst();
    }

    @Override
    public Optional<Run> find(RunId id) {
        return read("WHERE run_id = ?", id.text()).stream().findFirst();
    }

    @Override
    public List<Run> newest(int limit) {
        return read("ORDER BY run_id DESC LIMIT ?", limit);
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
        String sql = """
                SELECT run_event.*, step.asset, step.reason
                FROM ingot.run_event LEFT JOIN ingot.step ON step.run_id = run_event.run_id AND number = step_number
                WHERE run_event.run_id = :id ORDER BY event_id
                """;
        return database.query(handle -> {
            Query query = handle.createQuery(sql).bind("id", id.text());
            return query.map((row, context) -> Rows.event(row)).list();
        });
    }
}

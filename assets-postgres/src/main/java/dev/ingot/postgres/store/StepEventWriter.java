package dev.ingot.postgres.store;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what has happened to the steps of a run, in one statement however much it is. */
final class StepEventWriter {
    /** The planner cannot know how few they are, and would read all steps of all runs: the array makes it look up each. */
    private static final String RECORD = """
            WITH live AS (SELECT run_id FROM ingot.run WHERE run_id = :run AND status = 'running'),
            event AS (
                SELECT * FROM ROWS FROM (json_to_recordset(CAST(:events AS json)) AS (
                    at timestamptz, status text, message text, number integer, partitions text, step text,
                    attempt integer, rows bigint, rejected bigint, bytes bigint, started timestamptz,
                    finished timestamptz, why text)) WITH ORDINALITY),
            told AS (
                INSERT INTO ingot.run_event (run_id, at, status, message, step_number, step_partitions, step_status,
                    step_attempt, step_rows, step_rejected, step_bytes, step_started_at, step_finished_at, step_message)
                SELECT run_id, at, status, message, number, partitions, step, attempt, rows, rejected, bytes, started,
                    finished, why
                FROM live, event ORDER BY ordinality),
            last AS (SELECT DISTINCT ON (number) * FROM event ORDER BY number, ordinality DESC)
            UPDATE ingot.step
            SET partitions = last.partitions, status = last.step, attempt = last.attempt, rows = last.rows,
                rejected = last.rejected, bytes = last.bytes, started_at = last.started, finished_at = last.finished,
                message = last.why
            FROM live, last
            WHERE step.run_id = :run AND step.number = ANY (ARRAY(SELECT number FROM event))
              AND step.number = last.number
            """;

    private StepEventWriter() {}

    /**
     * Writes the events in their order, and how they leave each step.
     *
     * @return whether the run goes on; otherwise nothing is written
     */
    static boolean write(Handle handle, RunId run, List<RunEvent> events) {
        List<?> rows = events.stream().map(StepEventWriter::row).toList();
        return handle.createUpdate(RECORD)
                        .bind("run", run.text())
                        .bind("events", Rows.asJson(rows))
                        .execute()
                > 0;
    }

    private static Map<String, @Nullable Object> row(RunEvent event) {
        StepState step = event.step().orElseThrow();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("at", event.at().toString());
        row.put("status", event.status().text());
        row.put("message", event.message());
        row.put("number", step.id().number());
        row.put("partitions", step.partitions());
        row.put("step", step.status().text());
        row.put("attempt", step.attempt());
        row.put("rows", step.rows());
        row.put("rejected", step.rejected());
        row.put("bytes", step.written().bytes());
        row.put("started", step.startedAt().map(Instant::toString).orElse(null));
        row.put("finished", step.finishedAt().map(Instant::toString).orElse(null));
        row.put("why", step.message());
        return row;
    }
}

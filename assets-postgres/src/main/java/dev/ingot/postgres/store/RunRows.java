package dev.ingot.postgres.store;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes a run that begins, with the steps that it is about to do. */
final class RunRows {
    private RunRows() {}

    static void insert(Handle transaction, Run run, List<StepState> steps, String plan) {
        String sql = """
                INSERT INTO ingot.run (run_id, command, holder, status, started_at, finished_at, message, kind, retry_of, plan)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        transaction.execute(
                sql,
                run.id().text(),
                run.command(),
                run.holder(),
                run.status().text(),
                Rows.time(run.startedAt()),
                Rows.time(run.finishedAt()),
                run.message(),
                run.origin().kind().text(),
                run.origin().retryOf().map(RunId::text).orElse(null),
                plan);
        if (!steps.isEmpty()) {
            insert(transaction, steps);
        }
    }

    private static void insert(Handle transaction, List<StepState> steps) {
        PreparedBatch batch = transaction.prepareBatch("""
                INSERT INTO ingot.step (run_id, number, asset, reason, partitions, status, rows, rejected, bytes,
                    expected_rows, expected_bytes, expected_millis, started_at, finished_at, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
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
                    step.written().bytes(),
                    step.expected().rows(),
                    step.expected().bytes(),
                    step.expected().took().toMillis(),
                    Rows.time(step.startedAt()),
                    Rows.time(step.finishedAt()),
                    step.message());
        }
        batch.execute();
    }
}

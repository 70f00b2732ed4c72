package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes a materialization in a transaction of the caller's, so that a table and its provenance can be one commit. */
public final class MaterializationWriter {
    /**
     * What is removed keeps its row, without a materialization: whoever wrote to it under a former lease and tells at the same
     * moment waits for that row, and finds the greater token in it.
     */
    private static final String RECORD = """
            WITH intent AS (DELETE FROM ingot.intent WHERE run_id = :run AND step_number = :number),
            done AS (
                INSERT INTO ingot.materialization
                    (run_id, step_number, asset, table_version, code_version, at, took_millis, removed, token)
                VALUES (:run, :number, :asset, :version, :code, :at, :took, :removed, :token)
                ON CONFLICT (run_id, step_number) DO NOTHING RETURNING materialization_id),
            made AS (
                INSERT INTO ingot.slice
                    (materialization_id, partition, position, data_version, rows, rejected, bytes, inputs)
                SELECT materialization_id, partition, position - 1, data, rows, rejected, bytes, CAST(inputs AS jsonb)
                FROM done, unnest(:partitions, :data, :rows, :rejected, :bytes, :inputs) WITH ORDINALITY
                    AS each (partition, data, rows, rejected, bytes, inputs, position)
                RETURNING materialization_id, partition),
            changed AS (
                SELECT partition, materialization_id FROM made
                UNION ALL
                SELECT partition, NULL FROM done, unnest(:removed) AS gone (partition)
                WHERE partition <> ALL (:partitions))
            INSERT INTO ingot.current_slice (asset, partition, materialization_id, token)
            SELECT :asset, partition, materialization_id, :token FROM changed
            ORDER BY partition
            ON CONFLICT (asset, partition) DO UPDATE
            SET materialization_id = excluded.materialization_id, token = excluded.token
            WHERE excluded.token = 0 OR current_slice.token <= excluded.token
            """;

    private static final String RECORD_AND_RELEASE = RECORD + "; DELETE FROM ingot.lease WHERE token = :lease";

    private MaterializationWriter() {}

    /**
     * Records it, drops its intent and brings the current slices up to it, in one statement: in no other transaction it is one of
     * its own. What was recorded before stays as it is.
     */
    public static void write(Handle handle, Materialization done) {
        bound(handle.createUpdate(RECORD), done).execute();
    }

    /** The same on a connection without a transaction, and gives the lease back: both in one. */
    static void write(Handle handle, Materialization done, Lease lease) {
        bound(handle.createUpdate(RECORD_AND_RELEASE), done)
                .bind("lease", lease.token())
                .execute();
    }

    private static Update bound(Update update, Materialization done) {
        List<Slice> slices = done.slices();
        return update.bind("run", done.run().text())
                .bind("number", done.step().number())
                .bind("asset", done.asset().toString())
                .bind("version", done.tableVersion())
                .bind("code", done.codeVersion())
                .bind("at", Rows.time(done.at()))
                .bind("took", done.took().toMillis())
                .bind("token", done.token())
                .bindArray("removed", String.class, keys(done))
                .bindArray(
                        "partitions",
                        String.class,
                        column(slices, slice -> slice.partition().toString()))
                .bindArray("data", String.class, column(slices, Slice::dataVersion))
                .bindArray("rows", Long.class, column(slices, Slice::rows))
                .bindArray("rejected", Long.class, column(slices, Slice::rejected))
                .bindArray("bytes", Long.class, column(slices, Slice::bytes))
                .bindArray("inputs", String.class, column(slices, slice -> Rows.json(slice.inputs())));
    }

    private static <T> List<T> column(List<Slice> slices, Function<Slice, T> value) {
        return slices.stream().map(value).toList();
    }

    static int dropIntent(Handle handle, StepId step) {
        return handle.execute(
                "DELETE FROM ingot.intent WHERE run_id = ? AND step_number = ?",
                step.run().text(),
                step.number());
    }

    /** Drops everything that is known of these assets. */
    static void forget(Handle transaction, Collection<AssetKey> assets) {
        List<String> keys = assets.stream().map(AssetKey::toString).toList();
        for (String table : List.of("current_slice", "materialization", "intent")) {
            transaction
                    .createUpdate("DELETE FROM ingot." + table + " WHERE asset = ANY (:assets)")
                    .bindArray("assets", String.class, keys)
                    .execute();
        }
    }

    private static List<String> keys(Materialization done) {
        return done.removed().stream().map(PartitionKey::toString).toList();
    }
}

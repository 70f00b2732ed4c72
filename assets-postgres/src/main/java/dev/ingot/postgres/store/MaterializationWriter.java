package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes a materialization in a transaction of the caller's, so that a table and its provenance can be one commit. */
public final class MaterializationWriter {
    private MaterializationWriter() {}

    /** Records it, drops its intent and brings the current slices up to it. What was recorded before stays as it is. */
    public static void write(Handle transaction, Materialization done) {
        dropIntent(transaction, done.step());
        Optional<Long> id = insert(transaction, done);
        if (id.isPresent()) {
            insertSlices(transaction, id.get(), done.slices());
            forget(transaction, done);
            transaction.execute("""
                    INSERT INTO ingot.current_slice (asset, partition, materialization_id)
                    SELECT asset, partition, materialization_id
                    FROM ingot.slice JOIN ingot.materialization USING (materialization_id)
                    WHERE materialization_id = ? ORDER BY partition
                    ON CONFLICT (asset, partition) DO UPDATE SET materialization_id = excluded.materialization_id
                    """, id.get());
        }
    }

    static int dropIntent(Handle handle, StepId step) {
        return handle.execute(
                "DELETE FROM ingot.intent WHERE run_id = ? AND step_number = ?",
                step.run().text(),
                step.number());
    }

    private static Optional<Long> insert(Handle transaction, Materialization done) {
        String sql = """
                INSERT INTO ingot.materialization
                    (run_id, step_number, asset, table_version, code_version, at, took_millis, removed)
                VALUES (:run, :number, :asset, :version, :code, :at, :took, :removed)
                ON CONFLICT (run_id, step_number) DO NOTHING RETURNING materialization_id
                """;
        return transaction
                .createQuery(sql)
                .bind("run", done.run().text())
                .bind("number", done.step().number())
                .bind("asset", done.asset().toString())
                .bind("version", done.tableVersion())
                .bind("code", done.codeVersion())
                .bind("at", Rows.time(done.at()))
                .bind("took", done.took().toMillis())
                .bindArray("removed", String.class, keys(done))
                .mapTo(Long.class)
                .findOne();
    }

    private static void insertSlices(Handle transaction, long id, List<Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        PreparedBatch batch = transaction.prepareBatch("""
                INSERT INTO ingot.slice
                    (materialization_id, partition, position, data_version, rows, rejected, bytes, inputs)
                VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb))
                """);
        int position = 0;
        for (Slice slice : slices) {
            batch.add(
                    id,
                    slice.partition().toString(),
                    position++,
                    slice.dataVersion(),
                    slice.rows(),
                    slice.rejected(),
                    slice.bytes(),
                    Rows.json(slice.inputs()));
        }
        batch.execute();
    }

    private static void forget(Handle transaction, Materialization done) {
        if (!done.removed().isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM ingot.current_slice WHERE asset = :asset AND partition = ANY (:removed)")
                    .bind("asset", done.asset().toString())
                    .bindArray("removed", String.class, keys(done))
                    .execute();
        }
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

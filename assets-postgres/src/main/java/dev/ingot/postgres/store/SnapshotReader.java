package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerReader;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Reads all slices that exist, in three queries over one state of the database, however many there are: what the slices of a
 * materialization have in common once, a stream of slices, of which the driver holds a few thousand at a time, and then what was
 * removed.
 */
final class SnapshotReader {
    private static final int FETCHED = 5_000;

    private final Map<Long, Made> made = new HashMap<>();
    private final Map<String, PartitionKey> partitions = new HashMap<>();
    private final InputTexts inputs = new InputTexts();
    private final LedgerReader reader = new LedgerReader();

    private record Made(AssetKey asset, Commit commit) {}

    private SnapshotReader() {}

    static LedgerSnapshot read(Handle transaction) {
        transaction.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        transaction.execute("SET LOCAL work_mem = '64MB'");
        SnapshotReader snapshot = new SnapshotReader();
        snapshot.readCommits(transaction);
        try {
            snapshot.readSlices(transaction);
            snapshot.readRemoved(transaction);
        } catch (SQLException failure) {
            throw new IllegalStateException("the slices cannot be read", failure);
        }
        return snapshot.reader.snapshot();
    }

    private void readCommits(Handle transaction) {
        String sql = """
                SELECT materialization_id, asset, run_id, step_number, table_version, code_version, at, took_millis, token
                FROM ingot.materialization
                WHERE materialization_id IN (SELECT materialization_id FROM ingot.current_slice)
                """;
        transaction
                .createQuery(sql)
                .setFetchSize(FETCHED)
                .map((row, context) -> made.put(
                        row.getLong("materialization_id"),
                        new Made(AssetKey.parse(row.getString("asset")), commit(row))))
                .forEach(unused -> {});
    }

    private void readSlices(Handle transaction) throws SQLException {
        String sql = """
                SELECT materialization_id, partition, data_version, rows, rejected, bytes, CAST(inputs AS text)
                FROM ingot.current_slice JOIN ingot.slice USING (materialization_id, partition)
                """;
        try (CopiedRows rows = CopiedRows.of(transaction.getConnection(), sql)) {
            while (rows.next()) {
                add(rows);
            }
        }
    }

    private void readRemoved(Handle transaction) {
        String sql = "SELECT asset, partition, token FROM ingot.current_slice WHERE materialization_id IS NULL";
        transaction
                .createQuery(sql)
                .map((row, context) -> reader.addRemoved(
                        AssetKey.parse(row.getString("asset")),
                        PartitionKey.parse(row.getString("partition")),
                        row.getLong("token")))
                .forEach(unused -> {});
    }

    private void add(CopiedRows row) {
        long materialization = row.number();
        Made of = made.get(materialization);
        if (of == null) {
            throw new IllegalStateException("a slice of no materialization: " + materialization);
        }
        PartitionKey partition = partitions.computeIfAbsent(row.text(), PartitionKey::parse);
        Slice slice =
                new Slice(partition, row.text(), row.number(), row.number(), row.number(), inputs.read(row.text()));
        reader.add(of.asset(), new LedgerEntry(of.commit(), slice));
    }

    private static Commit commit(ResultSet row) throws SQLException {
        return new Commit(
                Rows.stepId(row),
                row.getLong("table_version"),
                row.getString("code_version"),
                Rows.instant(row, "at"),
                Duration.ofMillis(row.getLong("took_millis")),
                row.getLong("token"));
    }
}

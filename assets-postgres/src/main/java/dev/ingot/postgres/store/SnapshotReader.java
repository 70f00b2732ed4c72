package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerReader;
import dev.ingot.core.ledger.LedgerSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Reads all slices that exist, in two queries over one state of the database, however many there are: what the slices of a
 * materialization have in common once, and then a stream of slices, of which the driver holds a few thousand at a time.
 */
final class SnapshotReader {
    private static final int FETCHED = 5_000;

    private final Map<Long, Made> made = new HashMap<>();
    private final LedgerReader reader = new LedgerReader();

    private record Made(AssetKey asset, Commit commit) {}

    private SnapshotReader() {}

    static LedgerSnapshot read(Handle transaction) {
        transaction.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        SnapshotReader snapshot = new SnapshotReader();
        snapshot.readCommits(transaction);
        snapshot.readSlices(transaction);
        return snapshot.reader.snapshot();
    }

    private void readCommits(Handle transaction) {
        String sql = """
                SELECT materialization_id, asset, run_id, step_number, table_version, code_version, at, took_millis
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

    private void readSlices(Handle transaction) {
        String sql = """
                SELECT materialization_id, partition, data_version, rows, rejected, bytes, inputs
                FROM ingot.current_slice JOIN ingot.slice USING (materialization_id, partition)
                """;
        transaction
                .createQuery(sql)
                .setFetchSize(FETCHED)
                .map((row, context) -> add(row))
                .forEach(unused -> {});
    }

    private LedgerReader add(ResultSet row) throws SQLException {
        Made of = made.get(row.getLong("materialization_id"));
        if (of == null) {
            throw new IllegalStateException("a slice of no materialization: " + row.getLong("materialization_id"));
        }
        return reader.add(of.asset(), new LedgerEntry(of.commit(), Rows.slice(row)));
    }

    private static Commit commit(ResultSet row) throws SQLException {
        return new Commit(
                Rows.stepId(row),
                row.getLong("table_version"),
                row.getString("code_version"),
                Rows.instant(row, "at"),
                Duration.ofMillis(row.getLong("took_millis")));
    }
}

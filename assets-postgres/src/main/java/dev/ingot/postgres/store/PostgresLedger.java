package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerRebuild;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.postgres.database.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ledger in PostgreSQL. */
public final class PostgresLedger implements Ledger, LedgerRebuild {
    private final Database database;

    public PostgresLedger(Database database) {
        this.database = database;
    }

    @Override
    public LedgerSnapshot snapshot() {
        return database.inTransaction(SnapshotReader::read);
    }

    @Override
    public String position() {
        return database.query(handle -> handle.createQuery("SELECT CAST(pg_current_snapshot() AS text)")
                .mapTo(String.class)
                .one());
    }

    @Override
    public News since(String position) {
        return database.query(handle -> handle.createQuery(NewsReader.SINCE)
                .bind(0, position)
                .bind(1, position)
                .reduceResultSet(new NewsReader(), (reader, row, context) -> reader.add(row))
                .news());
    }

    @Override
    public void intend(Intent intent) {
        String sql = "INSERT INTO ingot.intent VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        database.query(handle -> handle.execute(
                sql,
                intent.step().run().text(),
                intent.step().number(),
                intent.asset().toString()));
    }

    @Override
    public void record(Materialization done) {
        database.query(handle -> {
            MaterializationWriter.write(handle, done);
            return done;
        });
    }

    @Override
    public void abandon(Intent intent) {
        database.query(handle -> MaterializationWriter.dropIntent(handle, intent.step()));
    }

    /** Of leases in the same database. */
    @Override
    public StepRecords steps(LeaseStore leases) {
        return leases instanceof PostgresLeaseStore here && here.isIn(database)
                ? new PostgresStepRecords(database, here, System::nanoTime)
                : Ledger.super.steps(leases);
    }

    @Override
    public List<Intent> intents() {
        return database.query(handle -> handle.createQuery("SELECT * FROM ingot.intent ORDER BY run_id, step_number")
                .map((row, context) -> Rows.intent(row))
                .list());
    }

    @Override
    public List<Materialization> history(AssetKey asset, int limit) {
        String where = """
                WHERE materialization_id IN (
                    SELECT materialization_id FROM ingot.materialization WHERE asset = :asset
                    ORDER BY materialization_id DESC LIMIT :limit)
                """;
        return database.query(handle -> handle.createQuery(MaterializationReader.select(where))
                .bind("asset", asset.toString())
                .bind("limit", limit)
                .reduceResultSet(new MaterializationReader(), (reader, row, context) -> reader.add(row))
                .materializations());
    }

    /** The materialization of one step, if it was recorded. */
    public Optional<Materialization> find(StepId step) {
        String where = "WHERE run_id = :run AND step_number = :number";
        return database
                .query(handle -> handle.createQuery(MaterializationReader.select(where))
                        .bind("run", step.run().text())
                        .bind("number", step.number())
                        .reduceResultSet(new MaterializationReader(), (reader, row, context) -> reader.add(row))
                        .materializations())
                .stream()
                .findFirst();
    }

    @Override
    public void replace(Supplier<Map<AssetKey, List<Materialization>>> told) {
        database.inTransaction(transaction -> {
            // Who begins, resumes or ends a run waits for this lock; who reads does not.
            transaction.execute("LOCK TABLE ingot.run IN SHARE MODE");
            Map<AssetKey, List<Materialization>> all = told.get();
            MaterializationWriter.forget(transaction, all.keySet());
            all.values().forEach(ofAsset -> ofAsset.forEach(done -> MaterializationWriter.write(transaction, done)));
            return all;
        });
    }
}

package dev.ingot.postgres.publish;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.event.StepId;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.history.Difference;
import dev.ingot.core.history.HistoryErrors;
import dev.ingot.core.history.Restoration;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.store.PostgresLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the schemas of published tables remember of their loads. Thread-safe.
 *
 * <p>Rows and ledger are one transaction, so what the ledger knows is true: what was loaded before there was provenance is taken
 * from there.
 */
public final class PostgresHistory implements AssetHistory {
    private final Database database;
    private final PostgresLedger ledger;

    public PostgresHistory(Database database, PostgresLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public boolean remembers(Asset asset) {
        return asset instanceof PostgresTable;
    }

    @Override
    public List<Materialization> commits(Asset asset) {
        PublishedProvenance provenance = PublishedProvenance.of((PostgresTable) asset);
        List<Materialization> kept =
                database.query(handle -> provenance.read(handle, asset.key().toString()));
        Set<StepId> steps = kept.stream().map(Materialization::step).collect(Collectors.toSet());
        List<Materialization> all = new ArrayList<>(ledger.history(asset.key(), Integer.MAX_VALUE));
        all.removeIf(recorded -> steps.contains(recorded.step()));
        Collections.reverse(all);
        all.addAll(kept);
        return all;
    }

    @Override
    public List<Difference> losses(Asset asset, List<Materialization> commits) {
        String table = ((PostgresTable) asset).table();
        boolean there = commits.isEmpty() || database.query(handle -> PublishedProvenance.exists(handle, table));
        return there
                ? List.of()
                : List.of(new Difference(
                        asset.key(),
                        "the table " + table + " does not exist",
                        "ingot materialize " + asset.key() + " --force"));
    }

    /** There are no older versions of its rows. */
    @Override
    public void check(Asset asset, Restoration restoration) {
        throw HistoryErrors.keepsNothing(asset.key(), "PostgreSQL");
    }

    @Override
    public Materialization restore(StepContext context, Restoration restoration) {
        throw HistoryErrors.keepsNothing(context.asset().key(), "PostgreSQL");
    }
}

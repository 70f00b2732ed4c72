package dev.ingot.postgres.publish;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.upkeep.Chore;
import dev.ingot.core.upkeep.Upkeep;
import dev.ingot.core.upkeep.UpkeepRules;
import dev.ingot.postgres.database.Database;
import java.util.List;
import java.util.stream.Stream;

/** Drops what steps of runs that are over left beside the published tables. Thread-safe. */
public final class PostgresUpkeep implements Upkeep {
    private final Database database;

    public PostgresUpkeep(Database database) {
        this.database = database;
    }

    @Override
    public List<Chore> chores(List<Asset> assets, UpkeepRules rules) {
        List<AssetKey> published = assets.stream()
                .filter(PostgresTable.class::isInstance)
                .map(Asset::key)
                .toList();
        Stream<Chore> staged = published.stream().limit(1).flatMap(first -> staged(first, rules));
        Stream<Chore> kept = published.stream().flatMap(key -> kept(key, rules));
        return Stream.concat(staged, kept).toList();
    }

    /** A staging table says of which step it is, not of which asset: all are told under the first published one. */
    private Stream<Chore> staged(AssetKey first, UpkeepRules rules) {
        return database
                .query(handle -> handle.select(
                                "SELECT tablename FROM pg_tables WHERE schemaname = ? ORDER BY 1", StagingTable.SCHEMA)
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(table -> StagingTable.step(table)
                        .filter(step -> !rules.live().test(step.run()))
                        .isPresent())
                .map(table -> new Chore(first, "drop the staging table of step " + table, () -> drop(table)));
    }

    private void drop(String table) {
        database.query(handle -> {
            StagingTable.drop(handle, table);
            return table;
        });
    }

    private Stream<Chore> kept(AssetKey asset, UpkeepRules rules) {
        return database.query(handle -> KeptTables.steps(handle, asset)).stream()
                .filter(step -> step.run().begunAt().isBefore(rules.cutoff()))
                .map(step ->
                        new Chore(asset, "forget the rows that step " + step + " did not publish", () -> forget(step)));
    }

    private void forget(StepId step) {
        database.query(handle -> KeptTables.drop(handle, step));
    }
}

package dev.ingot.postgres.publish;

import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import dev.ingot.postgres.database.Identifiers;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the loads of a table said, in the table {@code ingot_provenance} of the same schema: written with the rows, so that both
 * are there or neither, and so that the ledger can be rebuilt from them ({@code docs/spec/ledger.md}).
 *
 * @param table the published table, such as {@code warehouse.dim_movie}
 */
record PublishedProvenance(String table) {
    static PublishedProvenance of(PostgresTable asset) {
        return new PublishedProvenance(asset.table());
    }

    private String name() {
        int dot = table.indexOf('.');
        String name = Identifiers.quote("ingot_provenance");
        return dot < 0 ? name : Identifiers.quote(table.substring(0, dot)) + "." + name;
    }

    /** Keeps a materialization, in the transaction that publishes its rows. */
    void write(Handle transaction, Materialization done) {
        if (!exists(transaction, name())) {
            create(transaction);
        }
        transaction.execute(
                "INSERT INTO " + name() + " (asset, step, table_version, materialization) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (step) DO NOTHING",
                done.asset().toString(),
                done.step().toString(),
                done.tableVersion(),
                MaterializationJson.print(done));
    }

    /** Of two transactions that create a table at once one would fail, even if it says that it may exist. */
    private void create(Handle transaction) {
        transaction.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name());
        transaction.execute("CREATE TABLE IF NOT EXISTS " + name() + """
                 (
                    provenance_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    asset text NOT NULL,
                    step text COLLATE "C" NOT NULL UNIQUE,
                    table_version bigint NOT NULL,
                    materialization text NOT NULL
                )
                """);
    }

    /** All that is kept of an asset, oldest first. */
    List<Materialization> read(Handle handle, String asset) {
        return !exists(handle, name())
                ? List.of()
                : handle.select(
                                "SELECT materialization, table_version FROM " + name()
                                        + " WHERE asset = ? ORDER BY provenance_id",
                                asset)
                        .map((row, context) -> MaterializationJson.parse(
                                row.getString("materialization"), row.getLong("table_version")))
                        .list();
    }

    /** Whether there is a table of that name, which is quoted where it has to be. */
    static boolean exists(Handle handle, String name) {
        return handle.select("SELECT to_regclass(?) IS NOT NULL", name)
                .mapTo(boolean.class)
                .one();
    }
}

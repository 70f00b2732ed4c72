package dev.ingot.postgres.publish;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.postgres.database.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Staging tables whose rows a check kept from being published: for people to look at ({@code docs/spec/staged-files.md}). */
final class KeptTables {
    private static final String SCHEMA = "ingot_kept";

    private KeptTables() {}

    /** Moves a step's staging table to where nobody drops it, and lets it survive a crash; in place of one of a former attempt. */
    static void keep(Handle handle, StagingTable staging, AssetKey asset) {
        handle.useTransaction(transaction -> {
            transaction.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
            transaction.execute("DROP TABLE IF EXISTS " + name(staging.step()));
            transaction.execute("ALTER TABLE " + staging.name() + " SET LOGGED");
            transaction.execute("ALTER TABLE " + staging.name() + " SET SCHEMA " + SCHEMA);
            transaction.execute("ALTER TABLE " + SCHEMA + "." + Identifiers.quote(staging.local()) + " RENAME TO "
                    + Identifiers.quote(staging.step().toString()));
            transaction.execute(
                    "COMMENT ON TABLE " + name(staging.step()) + " IS " + Identifiers.literal(asset.toString()));
        });
    }

    /** The steps of an asset whose rows are kept. */
    static List<StepId> steps(Handle handle, AssetKey asset) {
        return handle.select(
                        "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(?) AND relkind = 'r'"
                                + " AND obj_description(oid, 'pg_class') = ? ORDER BY relname",
                        SCHEMA,
                        asset.toString())
                .mapTo(String.class)
                .map(StepId::parse)
                .list();
    }

    /** A query of the rows of all these steps. */
    static String rows(List<StepId> steps) {
        return steps.stream().map(step -> "SELECT * FROM " + name(step)).collect(Collectors.joining(" UNION ALL "));
    }

    /** Forgets what is kept of a step; nothing happens when nothing is. */
    static int drop(Handle handle, StepId step) {
        return handle.execute("DROP TABLE IF EXISTS " + name(step));
    }

    private static String name(StepId step) {
        return SCHEMA + "." + Identifiers.quote(step.toString());
    }
}

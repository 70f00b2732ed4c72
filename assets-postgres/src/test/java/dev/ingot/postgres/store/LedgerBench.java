package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a snapshot of a million slices takes: {@code mvn test -pl assets-postgres -am -Dtest=LedgerBench -Dledger.bench=1000000}. */
@ExtendWith(TestPostgres.class)
@EnabledIfSystemProperty(named = "ledger.bench", matches = "[0-9]+")
class LedgerBench {
    private static final int PER_ASSET = 100;

    @Test
    void snapshot(ConnectionSettings settings) {
        int slices = Integer.getInteger("ledger.bench");
        try (Database database = new Database(() -> PostgresServer.external(settings))) {
            fill(database, slices / PER_ASSET);
            PostgresLedger ledger = new PostgresLedger(database);
            for (int run = 0; run < 3; run++) {
                long before = used();
                long start = System.nanoTime();
                LedgerSnapshot snapshot = ledger.snapshot();
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%d slices: %.2f s, %d MB kept%n", slices, seconds, (used() - before) >> 20);
                if (snapshot.entry(AssetKey.parse("gold/bench/a1"), PartitionKey.of("7"))
                        .isEmpty()) {
                    throw new IllegalStateException("a slice is not there");
                }
            }
        }
    }

    /** Each asset was made by two steps, each slice from two inputs. */
    private static void fill(Database database, int assets) {
        String sql = """
                INSERT INTO ingot.materialization (run_id, step_number, asset, table_version, code_version, at, removed)
                SELECT '01JNA000000000000000000001', number, 'gold/bench/a' || number / 2, 1, md5('code'), now(), '{}'
                FROM generate_series(2, :assets * 2 + 1) number;
                INSERT INTO ingot.slice (materialization_id, partition, position, data_version, rows, rejected, inputs)
                SELECT materialization_id, key, key, md5(asset || key), 1000, 0, jsonb_build_object(
                    'silver/bench/a' || step_number / 2, md5('in' || asset || key), 'silver/bench/b', md5(asset))
                FROM ingot.materialization, generate_series(step_number % 2 * 50, step_number % 2 * 50 + 49) key;
                INSERT INTO ingot.current_slice
                SELECT asset, partition, materialization_id FROM ingot.slice JOIN ingot.materialization USING (materialization_id);
                """;
        for (String statement : sql.replace(":assets", "" + assets).split(";")) {
            if (!statement.isBlank()) {
                database.inTransaction(handle -> {
                    handle.execute("SET LOCAL synchronous_commit = off");
                    return handle.execute(statement);
                });
            }
        }
        database.query(handle -> handle.execute("ANALYZE ingot.slice"));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

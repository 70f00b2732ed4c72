package dev.ingot.postgres.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class KeptTablesTest {
    private static final AssetKey CUSTOMER = AssetKey.parse("warehouse/shop/customer");
    private static final StepId STEP = new StepId(new RunId("01JNA000000000000000000001"), 1);

    @Test
    void whatALaterAttemptKeepsTakesThePlaceOfWhatAFormerOneDid(ConnectionSettings settings) {
        try (Database database = new Database(() -> PostgresServer.external(settings))) {
            List<Integer> kept = database.query(handle -> {
                keep(handle, 1);
                keep(handle, 2);
                assertThat(KeptTables.steps(handle, CUSTOMER)).containsExactly(STEP);
                return handle.createQuery(KeptTables.rows(List.of(STEP)))
                        .mapTo(Integer.class)
                        .list();
            });
            assertThat(kept).containsExactly(2);
        }
    }

    private static void keep(Handle handle, int row) {
        StagingTable staging = new StagingTable(STEP, row);
        handle.execute("CREATE SCHEMA IF NOT EXISTS " + StagingTable.SCHEMA);
        handle.execute("CREATE UNLOGGED TABLE " + staging.name() + " AS SELECT " + row + " AS number");
        KeptTables.keep(handle, staging, CUSTOMER);
    }
}

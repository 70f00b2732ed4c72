package dev.ingot.postgres.store;

import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerContract;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class PostgresLedgerContractTest extends LedgerContract {
    private final Database here;

    PostgresLedgerContractTest(ConnectionSettings settings) {
        here = new Database(() -> PostgresServer.external(settings));
    }

    @Override
    protected Ledger createLedger() {
        return new PostgresLedger(here);
    }

    @AfterEach
    void disconnect() {
        here.close();
    }
}

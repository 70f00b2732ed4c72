package dev.ingot.postgres.store;

import dev.ingot.core.lease.LeaseStoreContract;
import dev.ingot.core.run.RunStore;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class PostgresLeaseStoreContractTest extends LeaseStoreContract {
    private final Database here;
    private final Database elsewhere;

    PostgresLeaseStoreContractTest(ConnectionSettings settings) {
        here = new Database(() -> PostgresServer.external(settings));
        elsewhere = new Database(() -> PostgresServer.external(settings));
    }

    RunStore store(Database database) {
        return new PostgresRunStore(database);
    }

    @Override
    protected RunStore createStore() {
        return store(here);
    }

    @Override
    protected RunStore seenByAnotherProcess(RunStore same) {
        return store(elsewhere);
    }

    @Override
    protected int cases() {
        return 20;
    }

    @AfterEach
    void disconnect() {
        here.close();
        elsewhere.close();
    }
}

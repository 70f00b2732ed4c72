package dev.ingot.postgres.store;

import dev.ingot.core.partition.dynamic.DynamicPartitions;
import dev.ingot.core.partition.dynamic.DynamicPartitionsContract;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class PostgresDynamicPartitionsContractTest extends DynamicPartitionsContract {
    private final Database database;

    PostgresDynamicPartitionsContractTest(ConnectionSettings settings) {
        database = new Database(() -> PostgresServer.external(settings));
    }

    @Override
    protected DynamicPartitions create() {
        return new PostgresDynamicPartitions(database);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }
}

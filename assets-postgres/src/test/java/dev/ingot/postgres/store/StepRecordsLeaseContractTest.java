package dev.ingot.postgres.store;

import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.lease.LeaseStoreContract;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.core.run.RunStore;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leases that are had and given back together with what else a step records are leases all the same. */
@ExtendWith(TestPostgres.class)
class StepRecordsLeaseContractTest extends LeaseStoreContract {
    private final Database here;
    private final Database elsewhere;

    StepRecordsLeaseContractTest(ConnectionSettings settings) {
        here = new Database(() -> PostgresServer.external(settings));
        elsewhere = new Database(() -> PostgresServer.external(settings));
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

    private static RunStore store(Database database) {
        PostgresRunStore runs = new PostgresRunStore(database);
        PostgresLedger ledger = new PostgresLedger(database);
        LeaseStore leases = new Together(runs.leases(), ledger.steps(runs.leases()), ledger.position());
        return (RunStore) Proxy.newProxyInstance(
                RunStore.class.getClassLoader(), new Class<?>[] {RunStore.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("leases") ? leases : method.invoke(runs, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Together(LeaseStore leases, StepRecords records, String position) implements LeaseStore {
        @Override
        public Grant acquire(LeaseRequest request) {
            return records.begin(request, position).grant();
        }

        @Override
        public void settled(List<Lease> over) {
            leases.settled(over);
        }

        @Override
        public boolean holds(Lease lease) {
            return records.mayCommit(lease);
        }

        @Override
        public void release(Lease lease) {
            records.leave(lease);
        }

        @Override
        public void abandon(Lease lease) {
            leases.abandon(lease);
        }
    }
}

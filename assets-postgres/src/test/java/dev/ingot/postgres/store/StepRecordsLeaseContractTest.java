package dev.ingot.postgres.store;

import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.core.run.RunStore;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** Leases that are had and given back together with what else a step records are leases all the same. */
class StepRecordsLeaseContractTest extends PostgresLeaseStoreContractTest {
    StepRecordsLeaseContractTest(ConnectionSettings settings) {
        super(settings);
    }

    @Override
    RunStore store(Database database) {
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
            return leases.holds(lease);
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

package dev.ingot.core.lease;

import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.RunStore;

class MemoryLeaseStoreTest extends LeaseStoreContract {
    @Override
    protected RunStore createStore() {
        return new MemoryRunStore();
    }
}

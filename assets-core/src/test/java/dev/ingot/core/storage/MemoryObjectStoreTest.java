package dev.ingot.core.storage;

import java.time.Clock;

class MemoryObjectStoreTest extends ObjectStoreContract {
    @Override
    protected ObjectStore createStore() {
        return new MemoryObjectStore(Clock.systemUTC());
    }
}

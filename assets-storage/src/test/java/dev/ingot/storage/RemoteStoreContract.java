package dev.ingot.storage;

import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.ObjectStoreContract;
import dev.ingot.storage.remote.RemoteObjectStore;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The contract of object stores on a server, in a bucket of its own for each test. */
abstract class RemoteStoreContract extends ObjectStoreContract {
    private final TestServer server;
    private @Nullable RemoteObjectStore store;

    RemoteStoreContract(TestServer server) {
        this.server = server;
    }

    @Override
    protected ObjectStore createStore() throws IOException {
        store = TestStores.fresh(server);
        return store;
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }
}

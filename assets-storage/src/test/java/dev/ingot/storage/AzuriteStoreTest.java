package dev.ingot.storage;

import dev.ingot.storage.server.TestServer;

class AzuriteStoreTest extends RemoteStoreContract {
    AzuriteStoreTest() {
        super(TestServer.AZURITE);
    }
}

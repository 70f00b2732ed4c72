package dev.ingot.storage;

import dev.ingot.storage.server.TestServer;

class FaultyMinioTest extends FaultyStoreContract {
    FaultyMinioTest() {
        super(TestServer.MINIO);
    }
}

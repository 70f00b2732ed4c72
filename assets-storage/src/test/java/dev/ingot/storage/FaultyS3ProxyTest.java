package dev.ingot.storage;

import dev.ingot.storage.server.TestServer;

class FaultyS3ProxyTest extends FaultyStoreContract {
    FaultyS3ProxyTest() {
        super(TestServer.S3PROXY);
    }
}

package dev.ingot.storage;

import dev.ingot.storage.server.TestServer;

class MinioStoreTest extends RemoteStoreContract {
    MinioStoreTest() {
        super(TestServer.MINIO);
    }

    /** An entity tag of S3 is a hash of the content. */
    @Override
    protected boolean versionsTellRewritesApart() {
        return false;
    }
}

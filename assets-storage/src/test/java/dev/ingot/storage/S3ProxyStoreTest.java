package dev.ingot.storage;

import dev.ingot.storage.server.TestServer;

class S3ProxyStoreTest extends RemoteStoreContract {
    S3ProxyStoreTest() {
        super(TestServer.S3PROXY);
    }

    /** An entity tag of S3 is a hash of the content. */
    @Override
    protected boolean versionsTellRewritesApart() {
        return false;
    }

    /** S3Proxy keeps them as files beside the objects. */
    @Override
    protected boolean listingShowsUnfinishedWrites() {
        return true;
    }
}

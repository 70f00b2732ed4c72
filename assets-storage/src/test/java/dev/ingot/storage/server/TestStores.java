package dev.ingot.storage.server;

import dev.ingot.core.config.Secret;
import dev.ingot.storage.azure.AzureLocation;
import dev.ingot.storage.azure.AzureRequests;
import dev.ingot.storage.remote.RemoteObjectStore;
import dev.ingot.storage.remote.RemoteObjectStore.Buckets;
import dev.ingot.storage.remote.RetryLimits;
import dev.ingot.storage.remote.StoreRequests;
import dev.ingot.storage.s3.S3Location;
import dev.ingot.storage.s3.S3Location.Credentials;
import dev.ingot.storage.s3.S3Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Stores on the servers of the tests. */
public final class TestStores {
    /** The key that Azurite's makers have published. */
    public static final String AZURITE_KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final RetryLimits LIMITS = new RetryLimits(9, Duration.ofMillis(5), Duration.ofMillis(200));
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private TestStores() {}

    /** An empty bucket that nobody else knows. */
    public static RemoteObjectStore fresh(TestServer server) throws IOException {
        return store(server, server.port(), "test-" + UUID.randomUUID(), TIMEOUT);
    }

    /** A bucket, made when it is not there. */
    public static RemoteObjectStore store(TestServer server, int port, String bucket, Duration timeout) {
        return new RemoteObjectStore(requests(server, port, bucket, timeout), LIMITS, Buckets.CREATE);
    }

    /** The requests to such a bucket. */
    public static StoreRequests requests(TestServer server, int port, String bucket, Duration timeout) {
        return server == TestServer.AZURITE
                ? new AzureRequests(new AzureLocation(
                        new AzureLocation.ConnectionString(Secret.of(connectionString(port))), bucket, timeout))
                : new S3Requests(s3(port, bucket, timeout, TestServer.SECRET));
    }

    /** Where a bucket of one of the S3 servers is. */
    public static S3Location s3(int port, String bucket, Duration timeout, String secret) {
        return new S3Location(
                "http://127.0.0.1:" + port,
                bucket,
                "us-east-1",
                Optional.of(new Credentials(TestServer.USER, Secret.of(secret), Secret.of(""))),
                timeout);
    }

    /** What names Azurite's account. */
    public static String connectionString(int port) {
        return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + AZURITE_KEY
                + ";BlobEndpoint=http://127.0.0.1:" + port + "/devstoreaccount1;";
    }
}

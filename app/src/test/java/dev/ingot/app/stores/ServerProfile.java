package dev.ingot.app.stores;

import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The profile with which the product keeps lake and landing zone in a bucket of its own on one of the test servers.
 *
 * @param server the server
 * @param port where it listens, or what stands in front of it
 * @param bucket which nobody else knows
 */
record ServerProfile(TestServer server, int port, String bucket) {
    static ServerProfile fresh(TestServer server) throws IOException {
        return behind(server, server.port());
    }

    /** The same by way of another port. */
    static ServerProfile behind(TestServer server, int port) {
        return new ServerProfile(server, port, "lake-" + UUID.randomUUID());
    }

    /** The variables that choose it. PostgreSQL is the embedded one; secrets are references to other variables. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("INGOT_STORAGE_BUCKET", bucket);
        settings.put("INGOT_POSTGRES_URL", "");
        if (server == TestServer.AZURITE) {
            settings.put("INGOT_PROFILE", "azure");
            settings.put("INGOT_STORAGE_CREATE", "true");
            settings.put("INGOT_STORAGE_CONNECTION_STRING", "${env:CONNECTION}");
            settings.put("CONNECTION", TestStores.connectionString(port));
        } else {
            settings.put("INGOT_PROFILE", "local");
            settings.put("INGOT_STORAGE_ENDPOINT", "http://127.0.0.1:" + port);
            settings.put("INGOT_STORAGE_SECRET_KEY", "${env:SECRET}");
            settings.put("SECRET", TestServer.SECRET);
        }
        return settings;
    }

    /** The same for tests below the command line, with one task at a time. */
    Map<String, String> direct() {
        Map<String, String> settings = new HashMap<>();
        settings.put("spark.master", "local[1]");
        settings.put("spark.shuffle-partitions", "1");
        settings.put("storage.bucket", bucket);
        if (server == TestServer.AZURITE) {
            settings.put("storage.kind", "azure");
            settings.put("storage.connection-string", TestStores.connectionString(port));
        } else {
            settings.put("storage.kind", "s3");
            settings.put("storage.endpoint", "http://127.0.0.1:" + port);
            settings.put("storage.access-key", TestServer.USER);
            settings.put("storage.secret-key", TestServer.SECRET);
        }
        return settings;
    }

    /** What the profile must not tell. */
    String secret() {
        return server == TestServer.AZURITE ? TestStores.AZURITE_KEY : TestServer.SECRET;
    }

    /** The bucket, for tests that look into it or take something out of it. */
    ObjectStore store() {
        return TestStores.store(server, port, bucket, Duration.ofSeconds(60));
    }
}

package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Product;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole graph with its lake and its landing zone on real servers: another profile, the same content. */
final class StoresTest {
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MINIO", "AZURITE"})
    void theSameContentOnEveryStore(TestServer server) throws IOException {
        String bucket = "lake-" + UUID.randomUUID();
        Path home = Files.createDirectory(folder.resolve(server.name()));
        Product product = new Product(home, settings(server, bucket, home));
        Outcome outcome = Outcome.of(product);

        outcome.isTheSameAs(Outcome.embedded());
        assertThat(product.planned()).isEmpty();
        assertThat(product.state().resolve("lake")).doesNotExist();
        assertThat(product.state().resolve("landing")).doesNotExist();
        assertNothingTellsASecret(home, server);
    }

    private static Map<String, String> settings(TestServer server, String bucket, Path home) throws IOException {
        Path events = Files.createDirectory(home.resolve("events"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "INGOT_PROFILE",
                server == TestServer.AZURITE ? "azure" : "local",
                "INGOT_STORAGE_BUCKET",
                bucket,
                "INGOT_POSTGRES_URL",
                "",
                "INGOT_SPARK_CONF",
                "spark.eventLog.enabled=true;spark.eventLog.compress=false;spark.logConf=true;spark.eventLog.dir=file:"
                        + events));
        if (server == TestServer.AZURITE) {
            settings.put("INGOT_STORAGE_CREATE", "true");
            settings.put("INGOT_STORAGE_CONNECTION_STRING", "${env:CONNECTION}");
            settings.put("CONNECTION", TestStores.connectionString(server.port()));
        } else {
            settings.put("INGOT_STORAGE_ENDPOINT", "http://127.0.0.1:" + server.port());
            settings.put("INGOT_STORAGE_SECRET_KEY", "${env:SECRET}");
            settings.put("SECRET", TestServer.SECRET);
        }
        return settings;
    }

    /** Spark's log with its configuration, its events, the embedded server's files: nothing. */
    private static void assertNothingTellsASecret(Path home, TestServer server) throws IOException {
        String secret = server == TestServer.AZURITE ? TestStores.AZURITE_KEY : TestServer.SECRET;
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text.contains(secret))
                        .as("%s tells the secret", file)
                        .isFalse();
            }
        }
        assertThat(home.resolve("events")).isNotEmptyDirectory();
    }
}

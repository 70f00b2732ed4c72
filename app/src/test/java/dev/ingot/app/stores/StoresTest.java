package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Product;
import dev.ingot.storage.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole graph with its lake and its landing zone on real servers: another profile, the same content. */
final class StoresTest {
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @EnumSource
    void theSameContentOnEveryStore(TestServer server) throws IOException {
        ServerProfile profile = ServerProfile.fresh(server);
        Path home = Files.createDirectory(folder.resolve(server.name()));
        Product product = new Product(home, tellingEvents(profile, home));
        Outcome outcome = Outcome.of(product);

        outcome.isTheSameAs(Outcome.embedded());
        assertThat(product.planned()).isEmpty();
        assertThat(product.asks("ledger", "verify")).isEmpty();
        assertThat(product.state().resolve("lake")).doesNotExist();
        assertThat(product.state().resolve("landing")).doesNotExist();
        assertNothingTellsASecret(home, profile.secret());
    }

    private static Map<String, String> tellingEvents(ServerProfile profile, Path home) throws IOException {
        Path events = Files.createDirectory(home.resolve("events"));
        Map<String, String> settings = profile.settings();
        settings.put(
                "INGOT_SPARK_CONF",
                "spark.eventLog.enabled=true;spark.eventLog.compress=false;spark.logConf=true;spark.eventLog.dir=file:"
                        + events);
        return settings;
    }

    /** Spark's log with its configuration, its events, the embedded server's files: nothing. */
    private static void assertNothingTellsASecret(Path home, String secret) throws IOException {
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

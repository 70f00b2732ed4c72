package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.Answer;
import dev.ingot.app.Product;
import dev.ingot.storage.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger reads, and with which exit code, when a profile is wrong or its servers are. */
final class BadInputTest {
    @TempDir
    private static Path folder;

    private static Databases databases;
    private static Map<String, String> database;

    @BeforeAll
    static void startDatabase() throws SQLException {
        databases = new Databases(folder.resolve("databases"));
        database = databases.fresh("doctor");
    }

    @AfterAll
    static void stopDatabase() {
        databases.close();
    }

    private static Product on(int port, Map<String, String> more) throws IOException {
        Map<String, String> settings =
                ServerProfile.behind(TestServer.MINIO, port).settings();
        settings.putAll(database);
        settings.put("INGOT_STORAGE_RETRIES", "1");
        settings.putAll(more);
        return new Product(Files.createTempDirectory(folder, "home"), settings);
    }

    /** A finding of doctor and the words of a command are the same. */
    private static void assertTold(Product product, int exit, String... words) {
        Answer doctor = product.types("doctor").exits(exit);
        assertThat(doctor.out()).contains("✗ object store").contains(words);
        assertThat(doctor.out()).contains("✓ java", "✓ memory", "✓ disk", "✓ ports", "✓ postgres", "✓ spark");
        assertThat(product.types("landing", "list").exits(exit).err()).contains(words);
    }

    @Test
    void everythingIsThere() throws IOException {
        Product product = on(TestServer.MINIO.port(), Map.of());
        assertThat(product.types("doctor").exits(0).out())
                .contains("✓ object store", "clock skew ", "✓ secrets")
                .doesNotContain("✗");
        assertThat(product.asks("doctor").get("healthy").asBoolean()).isTrue();
    }

    @Test
    void aWrongEndpoint() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertTold(on(port, Map.of()), 3, "127.0.0.1:" + port, "does not answer", "storage.endpoint names it");
    }

    @Test
    void aWrongKey() throws IOException {
        int port = TestServer.MINIO.port();
        String[] told = {"does not accept the credentials", "check storage.access-key and storage.secret-key"};
        assertTold(on(port, Map.of("SECRET", "another-secret")), 3, told);
        assertTold(on(port, Map.of("INGOT_STORAGE_ACCESS_KEY", "nobody")), 3, told);
    }

    @Test
    void aMissingRight() throws IOException {
        try (RefusingStore store = new RefusingStore("AccessDenied", Duration.ZERO)) {
            assertTold(
                    on(store.port(), Map.of()), 3, "denies access to", "rights to list the bucket and to read, write");
        }
    }

    @Test
    void anExpiredCredential() throws IOException {
        try (RefusingStore store = new RefusingStore("ExpiredToken", Duration.ZERO)) {
            assertTold(on(store.port(), Map.of()), 3, "have expired", "storage.session-token");
        }
    }

    @Test
    void aClockThatIsAnHourOff() throws IOException {
        try (RefusingStore strict = new RefusingStore("RequestTimeTooSkewed", Duration.ofMinutes(61));
                MadeUpStore lenient = new MadeUpStore(Duration.ofMinutes(61))) {
            assertTold(
                    on(strict.port(), Map.of()),
                    3,
                    "The clock of this machine differs too much",
                    " minutes behind.",
                    "timedatectl set-ntp true");
            Product product = on(lenient.port(), Map.of("INGOT_STORAGE_SHARED", "false"));
            assertThat(product.types("doctor").exits(3).out())
                    .contains("The store's clock and ours differ by 6", "timedatectl set-ntp true");
        }
    }

    @Test
    void aStoreWithoutConditionalPut() throws IOException {
        try (MadeUpStore store = new MadeUpStore(Duration.ZERO)) {
            assertThat(on(store.port(), Map.of()).types("doctor").exits(2).out())
                    .contains(
                            "✗ object store",
                            "lets a second writer replace",
                            "do: use a store that honours If-None-Match")
                    .contains("--set storage.shared=false");
            assertThat(on(store.port(), Map.of("INGOT_STORAGE_SHARED", "false"))
                            .types("doctor")
                            .exits(0)
                            .out())
                    .contains("✓ object store", "for one process at a time");
        }
    }

    @Test
    void anUnknownProfile() throws IOException {
        Product product = on(1, Map.of("INGOT_PROFILE", "locale"));
        assertThat(product.types("doctor").exits(2).err()).contains("unknown-profile", "locale", "did you mean local?");
    }

    @Test
    void aReferenceThatLeadsNowhere() throws IOException {
        Product product = on(TestServer.MINIO.port(), Map.of("INGOT_STORAGE_SECRET_KEY", "${env:NOWHERE}"));
        assertThat(product.types("doctor").exits(2).out())
                .contains("✗ secrets", "${env:NOWHERE} refers to nothing", "do: ");
        assertThat(product.types("landing", "list").exits(2).err()).contains("unresolved-secret", "NOWHERE");
    }
}

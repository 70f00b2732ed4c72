package dev.ingot.cli.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stand-in of the vault's REST interface. */
final class KeyVaultTest {
    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private HttpServer server;
    private KeyVaultSecrets vault;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/secrets/", exchange -> {
            authorization.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            boolean versioned =
                    "api-version=7.4".equals(exchange.getRequestURI().getQuery());
            String name = exchange.getRequestURI().getPath().replace("/secrets/", "");
            int status = switch (name) {
                case "door", "broken" -> versioned ? 200 : 400;
                case "hidden" -> 403;
                case "down" -> 503;
                default -> 404;
            };
            byte[] body = (name.equals("broken") ? "{canary" : "{\"value\": \"open sesame\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        vault = new KeyVaultSecrets(this::url, Optional.of(scope -> "token for " + scope));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void aSecretIsAskedForWithOurToken() {
        assertThat(vault.find("door")).contains("open sesame");
        assertThat(authorization).hasValue("Bearer token for https://vault.azure.net/.default");
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        assertThat(vault.find("window")).isEmpty();
    }

    @Test
    void aRefusalAndAnOutageAreUnreachable() {
        for (String name : new String[] {"hidden", "down", "broken"}) {
            assertThatThrownBy(() -> vault.find(name))
                    .isInstanceOfSatisfying(
                            IngotException.class,
                            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.UNREACHABLE_VAULT))
                    .hasMessageNotContaining("canary")
                    .hasMessageNotContaining("token for");
        }
        server.stop(0);
        assertThatThrownBy(() -> vault.find("door")).hasMessageContaining("Key Vault cannot be reached");
    }

    @Test
    void ourTokenIsNotSentInTheClear() {
        KeyVaultSecrets elsewhere = new KeyVaultSecrets(() -> "http://vault.example", Optional.of(scope -> "token"));
        assertThatThrownBy(() -> elsewhere.find("door")).hasMessageContaining("https://");
    }

    @Test
    void aNameCannotLeadElsewhere() {
        assertThatThrownBy(() -> vault.find("../keys/door")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAnIdentityNobodyIsAsked() {
        assertThatThrownBy(() -> new KeyVaultSecrets(this::url, Optional.empty()).find("door"))
                .hasMessageContaining("who we are");
        assertThat(authorization).hasValue("");
    }
}

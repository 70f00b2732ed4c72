package dev.ingot.cli.settings.secret;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.core.config.AccessTokens;
import dev.ingot.core.config.SecretSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Secrets in Azure Key Vault, by its REST interface: {@code ${keyvault:NAME}}. Nothing connects before the first of them. */
public final class KeyVaultSecrets implements SecretSource {
    private static final String SCOPE = "https://vault.azure.net/.default";
    private static final String VERSION = "7.4";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Supplier<String> vault;
    private final Optional<AccessTokens> identity;
    private @Nullable HttpClient client;

    /**
     * @param vault the vault's URL, empty if nobody stated one
     * @param identity who we are; absent where no module of a cloud is part of the product
     */
    public KeyVaultSecrets(Supplier<String> vault, Optional<AccessTokens> identity) {
        this.vault = vault;
        this.identity = identity;
    }

    @Override
    public String scheme() {
        return "keyvault";
    }

    @Override
    public Optional<String> find(String name) {
        if (!name.matches("[0-9a-zA-Z-]{1,127}")) {
            throw new IllegalArgumentException("a name in Key Vault has letters, digits and hyphens only");
        }
        URI secret = base().resolve("/secrets/" + name + "?api-version=" + VERSION);
        String token = identity.orElseThrow(VaultErrors::noIdentity).token(SCOPE);
        HttpResponse<String> answer = ask(secret, token);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(value(secret, answer.body())).filter(text -> !text.isEmpty());
            case 404 -> Optional.empty();
            case 401, 403 -> throw VaultErrors.refused(secret, answer.statusCode());
            default -> throw VaultErrors.failed(secret, answer.statusCode());
        };
    }

    /** Our token is shown to nobody but a vault behind TLS, or to this machine. */
    private URI base() {
        String url = vault.get();
        if (url.isEmpty()) {
            throw new IllegalArgumentException("keyvault.url does not say where the vault is");
        }
        URI base = URI.create(url.endsWith("/") ? url : url + "/");
        boolean here = "127.0.0.1".equals(base.getHost()) || "localhost".equals(base.getHost());
        if (!"https".equals(base.getScheme()) && !here) {
            throw new IllegalArgumentException("keyvault.url has to begin with https://");
        }
        return base;
    }

    private HttpResponse<String> ask(URI secret, String token) {
        HttpRequest request = HttpRequest.newBuilder(secret)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw VaultErrors.unreachable(secret, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VaultErrors.unreachable(secret, e);
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        }
        return client;
    }

    private static String value(URI secret, String body) {
        try {
            return new ObjectMapper().readTree(body).path("value").asText();
        } catch (IOException unreadable) {
            // Its message could show a part of the answer, so it is no cause.
            throw VaultErrors.failed(secret, 200);
        }
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public String remedy(String name) {
        return "az keyvault secret set --vault-name "
                + vault.get().replaceFirst("https?://([^./:]+).*", "$1")
                + " --name " + name + " --file PATH";
    }
}

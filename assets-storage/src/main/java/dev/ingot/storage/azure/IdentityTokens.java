package dev.ingot.storage.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.azurebfs.extensions.CustomTokenProviderAdaptee;
import org.jspecify.annotations.Nullable;

/**
 * Tells ABFS who this machine is, as the store says it: by {@code DefaultAzureCredential}. Hadoop makes it by its name, in
 * the driver and in each executor, so no key travels. Thread-safe.
 */
public final class IdentityTokens implements CustomTokenProviderAdaptee {
    private static final TokenRequestContext STORAGE =
            new TokenRequestContext().addScopes("https://storage.azure.com/.default");

    private final TokenCredential credential;
    private @Nullable AccessToken token;

    /** For Hadoop. */
    public IdentityTokens() {
        this(new DefaultAzureCredentialBuilder().build());
    }

    IdentityTokens(TokenCredential credential) {
        this.credential = credential;
    }

    @Override
    public void initialize(Configuration configuration, String account) {
        // The identity needs to be told nothing.
    }

    @Override
    public synchronized String getAccessToken() throws IOException {
        return asked().getToken();
    }

    @Override
    public synchronized Date getExpiryTime() {
        try {
            return Date.from((token == null ? asked() : token).getExpiresAt().toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AccessToken asked() throws IOException {
        try {
            AccessToken fresh = credential.getTokenSync(STORAGE);
            token = fresh;
            return fresh;
        } catch (RuntimeException e) {
            throw new IOException("this machine has no identity that Azure knows: " + e.getMessage(), e);
        }
    }
}

package dev.ingot.storage.azure;

import com.azure.core.credential.AccessToken;
import dev.ingot.core.error.IngotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.azurebfs.extensions.CustomTokenProviderAdaptee;
import org.jspecify.annotations.Nullable;

/**
 * Tells ABFS who this machine is, as {@link AzureIdentity} tells it. Hadoop makes it by its name, in
 * the driver and in each executor, so no key travels. Thread-safe.
 */
public final class IdentityTokens implements CustomTokenProviderAdaptee {
    private static final String STORAGE = "https://storage.azure.com/.default";

    private final AzureIdentity identity;
    private @Nullable AccessToken token;

    /** For Hadoop. */
    public IdentityTokens() {
        this(new AzureIdentity());
    }

    IdentityTokens(AzureIdentity identity) {
        this.identity = identity;
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
            AccessToken fresh = identity.access(STORAGE);
            token = fresh;
            return fresh;
        } catch (IngotException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

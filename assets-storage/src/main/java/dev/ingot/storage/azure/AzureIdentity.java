package dev.ingot.storage.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import dev.ingot.core.config.AccessTokens;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who this process is to Azure, by {@code DefaultAzureCredential}: environment, workload or managed identity, a developer's
 * login. Nothing of the SDK is loaded, and nobody asked, before the first token is wanted.
 */
public final class AzureIdentity implements AccessTokens {
    private final Supplier<TokenCredential> source;
    private @Nullable TokenCredential credential;

    public AzureIdentity() {
        this(() -> new DefaultAzureCredentialBuilder().build());
    }

    AzureIdentity(Supplier<TokenCredential> source) {
        this.source = source;
    }

    @Override
    public String token(String scope) {
        return access(scope).getToken();
    }

    /** The same with its end. */
    AccessToken access(String scope) {
        try {
            return credential().getTokenSync(new TokenRequestContext().addScopes(scope));
        } catch (RuntimeException e) {
            throw new IngotException(
                    Diagnostic.of(ErrorCode.UNREACHABLE_VAULT, "This machine has no identity that Azure knows")
                            .because(String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                            .help("in Azure: give the machine a managed identity")
                            .help("on your own machine: az login"),
                    e);
        }
    }

    private synchronized TokenCredential credential() {
        if (credential == null) {
            credential = source.get();
        }
        return credential;
    }
}

package dev.ingot.storage.azure;

import dev.ingot.core.config.Secret;
import java.time.Duration;

/**
 * A container, and for how long one waits for it.
 *
 * @param access the account, and who asks
 * @param container its name
 * @param timeout of one request, from its first byte to the reply's last
 */
public record AzureLocation(Access access, String container, Duration timeout) {
    /** How an account is reached. */
    public sealed interface Access {}

    /**
     * An account with its key.
     *
     * @param text as the portal shows it
     */
    public record ConnectionString(Secret text) implements Access {}

    /**
     * An account, asked by the identity that the machine has: managed identity, environment or a developer's login.
     *
     * @param endpoint such as {@code https://account.blob.core.windows.net}
     */
    public record Identity(String endpoint) implements Access {}
}

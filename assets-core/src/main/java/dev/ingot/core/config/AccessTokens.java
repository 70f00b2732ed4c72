package dev.ingot.core.config;

/** Proves who this process is to a cloud's services. Thread-safe; renews what expires. */
public interface AccessTokens {
    /**
     * A token that is valid for at least the next request.
     *
     * @param scope what it is for, such as {@code https://vault.azure.net/.default}
     * @throws dev.ingot.core.error.IngotException with a code of exit 3 when there is no identity, or nobody who knows it
     */
    String token(String scope);
}

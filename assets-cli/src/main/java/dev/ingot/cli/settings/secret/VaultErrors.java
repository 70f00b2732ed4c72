package dev.ingot.cli.settings.secret;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.net.URI;

/** The failures of Key Vault. No answer of it is in any of them. */
final class VaultErrors {
    private VaultErrors() {}

    static IngotException noIdentity() {
        return new IngotException(Diagnostic.of(ErrorCode.UNREACHABLE_VAULT, "Nobody can say to Key Vault who we are")
                .because("no module for Azure is part of this product"));
    }

    static IngotException refused(URI secret, int status) {
        return new IngotException(of("Key Vault refuses to show a secret", secret)
                .because("it answers " + status)
                .help("give this identity the role \"Key Vault Secrets User\" on the vault")
                .help("on your own machine: az login"));
    }

    static IngotException failed(URI secret, int status) {
        return new IngotException(of("Key Vault does not give a secret", secret)
                .because("it answers " + status + ", or something that is no secret")
                .help("look at keyvault.url: ingot config show --origin"));
    }

    static IngotException unreachable(URI secret, Exception cause) {
        return new IngotException(
                of("Key Vault cannot be reached", secret)
                        .because(cause.toString())
                        .help("look at keyvault.url: ingot config show --origin"),
                cause);
    }

    private static Diagnostic of(String what, URI secret) {
        return Diagnostic.of(ErrorCode.UNREACHABLE_VAULT, what).at(secret.toString());
    }
}

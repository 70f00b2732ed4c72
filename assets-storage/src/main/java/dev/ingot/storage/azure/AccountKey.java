package dev.ingot.storage.azure;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a connection string says of an account.
 *
 * @param host the account's name for ABFS, such as {@code movies.dfs.core.windows.net}
 * @param key its key
 * @param encrypted whether it is asked over TLS
 * @param emulator the address and port of a stand-in, if it is none of Azure's own
 */
record AccountKey(String host, String key, boolean encrypted, Optional<String> emulator) {
    /** @throws IngotException with code {@code invalid-setting} if it contains no account or no key */
    static AccountKey parse(String connection) {
        Map<String, String> parts = new HashMap<>();
        for (String part : connection.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), part.substring(equals + 1));
            }
        }
        String name = needed(parts, "AccountName");
        String protocol = parts.getOrDefault("defaultendpointsprotocol", "https");
        String suffix = parts.getOrDefault("endpointsuffix", "core.windows.net");
        URI blob = URI.create(parts.getOrDefault("blobendpoint", protocol + "://" + name + ".blob." + suffix));
        boolean ownHost = String.valueOf(blob.getHost()).startsWith(name + ".");
        return new AccountKey(
                ownHost ? dataLake(blob.getHost()) : name + ".dfs." + suffix,
                needed(parts, "AccountKey"),
                "https".equals(blob.getScheme()),
                ownHost ? Optional.empty() : Optional.of(blob.getAuthority()));
    }

    /** The host that ABFS wants, of an account's host for blobs. */
    static String dataLake(String host) {
        return host.replaceFirst("\\.blob\\.", ".dfs.");
    }

    private static String needed(Map<String, String> parts, String name) {
        String value = parts.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new IngotException(Diagnostic.of(
                            ErrorCode.INVALID_SETTING, "storage.connection-string contains no " + name)
                    .because("tables in Azure are reached with an account's key, or with the machine's identity")
                    .help("take the connection string of the account's access keys")
                    .help("or leave it out and set storage.endpoint: the machine's identity asks"));
        }
        return value;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return host;
    }
}

package dev.ingot.storage.azure;

import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.azure.AzureLocation.Access;
import dev.ingot.storage.azure.AzureLocation.ConnectionString;
import dev.ingot.storage.azure.AzureLocation.Identity;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A container as Hadoop's ABFS reaches it. */
public final class AzureMount {
    private AzureMount() {}

    /**
     * The container of a store.
     *
     * @param retries how often a request is sent again
     * @param shared whether several processes write to it at once
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-setting} if the account cannot be told
     */
    public static MountedStore of(ObjectStore store, AzureLocation location, int retries, boolean shared) {
        Access access = location.access();
        Map<String, String> properties = new HashMap<>();
        properties.put("fs.azure.io.retry.max.retries", Integer.toString(retries));
        if (access instanceof ConnectionString connection) {
            AccountKey account = AccountKey.parse(connection.text().reveal());
            properties.putAll(keyed(account));
            return new MountedStore(
                    store,
                    root(account.encrypted(), location, account.host()),
                    properties,
                    () -> Map.of(
                            "fs.azure.account.key." + account.host(),
                            AccountKey.parse(connection.text().reveal()).key()),
                    shared);
        }
        URI endpoint = URI.create(((Identity) access).endpoint());
        String host = AccountKey.dataLake(String.valueOf(endpoint.getHost()));
        properties.put("fs.azure.account.auth.type", "Custom");
        properties.put("fs.azure.account.oauth.provider.type", IdentityTokens.class.getName());
        return new MountedStore(store, root(true, location, host), properties, Map::of, shared);
    }

    private static String root(boolean encrypted, AzureLocation location, String host) {
        return (encrypted ? "abfss://" : "abfs://") + location.container() + "@" + host;
    }

    private static Map<String, String> keyed(AccountKey account) {
        Map<String, String> properties = new HashMap<>();
        properties.put("fs.azure.account.auth.type", "SharedKey");
        account.emulator().ifPresent(address -> {
            // Azurite knows the requests of Blob Storage alone, and its account's name is a part of the path.
            properties.put("fs.azure.abfs.endpoint", address);
            properties.put("fs.azure.always.use.https", Boolean.toString(account.encrypted()));
            properties.put("fs.azure.account.hns.enabled", "false");
            properties.put("fs.azure.fns.account.service.type", "BLOB");
            properties.put("fs.azure.ingress.service.type", "BLOB");
        });
        return properties;
    }
}

package dev.ingot.storage;

import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Secret;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.azure.AzureLocation;
import dev.ingot.storage.azure.AzureMount;
import dev.ingot.storage.azure.AzureRequests;
import dev.ingot.storage.remote.RemoteObjectStore;
import dev.ingot.storage.remote.RemoteObjectStore.Buckets;
import dev.ingot.storage.remote.RetryLimits;
import dev.ingot.storage.remote.StoreRequests;
import dev.ingot.storage.s3.S3Location;
import dev.ingot.storage.s3.S3Mount;
import dev.ingot.storage.s3.S3Requests;
import java.time.Duration;
import java.util.Optional;

/** Makes the store that the settings name. Nothing is asked of a server before the store is. */
public final class ObjectStores {
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    private ObjectStores() {}

    /**
     * A new store, to be closed by the caller if it can be.
     *
     * @throws IngotException with code {@code invalid-setting} when a setting is missing that this kind of store needs
     */
    public static ObjectStore of(Settings settings) {
        return switch (settings.get(StorageSettings.KIND)) {
            case LOCAL -> new LocalObjectStore(ProjectSettings.landingRoot(settings));
            case S3 -> remote(settings, new S3Requests(s3(settings)));
            case AZURE -> remote(settings, new AzureRequests(azure(settings)));
        };
    }

    /**
     * The same store as Spark reaches it.
     *
     * @param store which {@link #of} has made of these settings
     */
    public static MountedStore mounted(Settings settings, ObjectStore store) {
        boolean shared = settings.get(StorageSettings.SHARED);
        int retries = settings.get(StorageSettings.RETRIES);
        return switch (settings.get(StorageSettings.KIND)) {
            case LOCAL -> MountedStore.ofDisk(ProjectSettings.landingRoot(settings));
            case S3 -> S3Mount.of(store, s3(settings), retries, shared);
            case AZURE -> AzureMount.of(store, azure(settings), retries, shared);
        };
    }

    private static RemoteObjectStore remote(Settings settings, StoreRequests requests) {
        RetryLimits limits = new RetryLimits(settings.get(StorageSettings.RETRIES), FIRST_DELAY, LONGEST_DELAY);
        return new RemoteObjectStore(
                requests, limits, settings.get(StorageSettings.CREATE) ? Buckets.CREATE : Buckets.EXPECT);
    }

    private static S3Location s3(Settings settings) {
        String accessKey = settings.get(StorageSettings.ACCESS_KEY);
        Optional<S3Location.Credentials> credentials = accessKey.isEmpty()
                ? Optional.empty()
                : Optional.of(new S3Location.Credentials(
                        accessKey,
                        settings.get(StorageSettings.SECRET_KEY),
                        settings.get(StorageSettings.SESSION_TOKEN)));
        return new S3Location(
                needed(settings, StorageSettings.ENDPOINT),
                needed(settings, StorageSettings.BUCKET),
                settings.get(StorageSettings.REGION),
                credentials,
                timeout(settings));
    }

    private static AzureLocation azure(Settings settings) {
        Secret connection = settings.get(StorageSettings.CONNECTION_STRING);
        AzureLocation.Access access = connection.isEmpty()
                ? new AzureLocation.Identity(needed(settings, StorageSettings.ENDPOINT))
                : new AzureLocation.ConnectionString(connection);
        return new AzureLocation(access, needed(settings, StorageSettings.BUCKET), timeout(settings));
    }

    private static Duration timeout(Settings settings) {
        return Duration.ofSeconds(settings.get(StorageSettings.TIMEOUT));
    }

    private static String needed(Settings settings, Setting<String> setting) {
        String value = settings.get(setting);
        if (value.isBlank()) {
            throw new IngotException(
                    Diagnostic.of(ErrorCode.INVALID_SETTING, "The setting " + setting.name() + " is missing")
                            .because("storage.kind is "
                                    + settings.get(StorageSettings.KIND).name().toLowerCase(java.util.Locale.ROOT))
                            .help(setting.description()));
        }
        return value;
    }
}

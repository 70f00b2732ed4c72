package dev.ingot.storage;

import dev.ingot.core.config.Secret;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.StandardProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every setting of this module. */
public final class StorageSettings {
    /** {@code storage.kind} */
    public static final Setting<Kind> KIND = new Setting<>(
                    "storage.kind",
                    "local",
                    false,
                    "Where landed files and tables are kept: local (disk), s3 or azure.",
                    Kind::parse)
            .in(StandardProfile.LOCAL, "s3")
            .in(StandardProfile.AZURE, "azure");

    /** {@code storage.bucket} */
    public static final Setting<String> BUCKET =
            Setting.text("storage.bucket", "ingot", "The bucket of S3, or the container of Azure.");

    /** {@code storage.create} */
    public static final Setting<Boolean> CREATE = Setting.flag(
                    "storage.create", true, "Whether the bucket is made when it is not there.")
            .in(StandardProfile.AZURE, "false");

    /** {@code storage.shared} */
    public static final Setting<Boolean> SHARED = Setting.flag(
            "storage.shared",
            true,
            "Whether several processes may write to the store of s3 or azure at once; it is tried out first.");

    /** {@code storage.endpoint} */
    public static final Setting<String> ENDPOINT = Setting.text(
                    "storage.endpoint",
                    "",
                    "The URL of the S3 server, or of the Azure account when there is no connection string.")
            .in(StandardProfile.LOCAL, "http://127.0.0.1:9000");

    /** {@code storage.region} */
    public static final Setting<String> REGION =
            Setting.text("storage.region", "us-east-1", "The region that requests to S3 are signed for.");

    /** {@code storage.access-key} */
    public static final Setting<String> ACCESS_KEY = Setting.text(
                    "storage.access-key",
                    "",
                    "The access key of S3; when empty, AWS's environment variables and files are asked.")
            .in(StandardProfile.LOCAL, "ingot");

    /** {@code storage.secret-key} */
    public static final Setting<Secret> SECRET_KEY = Setting.secret(
                    "storage.secret-key", "The secret of the access key of S3.")
            .in(StandardProfile.LOCAL, "${file:docker/secrets/store-password}");

    /** {@code storage.session-token} */
    public static final Setting<Secret> SESSION_TOKEN =
            Setting.secret("storage.session-token", "The session token of temporary credentials of S3.");

    /** {@code storage.connection-string} */
    public static final Setting<Secret> CONNECTION_STRING = Setting.secret(
            "storage.connection-string",
            "The connection string of an Azure account; when empty, the machine's identity asks storage.endpoint.");

    /** {@code storage.retries} */
    public static final Setting<Integer> RETRIES =
            Setting.number("storage.retries", 6, 0, 100, "How often a request to a store that may pass is sent again.");

    /** {@code storage.timeout} */
    public static final Setting<Integer> TIMEOUT =
            Setting.number("storage.timeout", 60, 1, 3600, "How long one request to a store may take, in seconds.");

    private StorageSettings() {}

    /** What a store is made of. */
    public enum Kind {
        LOCAL,
        S3,
        AZURE;

        private static Kind parse(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("it is not local, s3 or azure"));
        }
    }

    /** All of them, for lists of settings. */
    public static List<Setting<?>> all() {
        return List.of(
                KIND,
                BUCKET,
                CREATE,
                SHARED,
                ENDPOINT,
                REGION,
                ACCESS_KEY,
                SECRET_KEY,
                SESSION_TOKEN,
                CONNECTION_STRING,
                RETRIES,
                TIMEOUT);
    }
}

package dev.ingot.storage.s3;

import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.s3.S3Location.Credentials;
import java.util.HashMap;
import java.util.Map;

/** A bucket as Hadoop's S3A reaches it. */
public final class S3Mount {
    /** Where AWS's own tools look, as the store does. */
    private static final String FOUND =
            "software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider,"
                    + "software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider";

    private static final String FIXED = "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider";
    private static final String TEMPORARY = "org.apache.hadoop.fs.s3a.TemporaryAWSCredentialsProvider";

    private S3Mount() {}

    /**
     * The bucket of a store.
     *
     * @param retries how often a request is sent again
     * @param shared whether several processes write to it at once
     */
    public static MountedStore of(ObjectStore store, S3Location location, int retries, boolean shared) {
        return new MountedStore(
                store, "s3a://" + location.bucket(), properties(location, retries), () -> secrets(location), shared);
    }

    private static Map<String, String> properties(S3Location location, int retries) {
        Map<String, String> properties = new HashMap<>();
        properties.put("fs.s3a.endpoint", location.endpoint());
        properties.put("fs.s3a.endpoint.region", location.region());
        properties.put("fs.s3a.path.style.access", "true");
        properties.put("fs.s3a.connection.ssl.enabled", Boolean.toString(isEncrypted(location)));
        properties.put("fs.s3a.aws.credentials.provider", provider(location));
        properties.put("fs.s3a.attempts.maximum", Integer.toString(retries + 1));
        properties.put("fs.s3a.connection.request.timeout", location.timeout().toSeconds() + "s");
        // What commits rely on: if it is switched off, they fail.
        properties.put("fs.s3a.create.conditional.enabled", "true");
        return properties;
    }

    private static boolean isEncrypted(S3Location location) {
        return location.endpoint().startsWith("https:");
    }

    private static String provider(S3Location location) {
        return location.credentials()
                .map(credentials -> credentials.sessionToken().isEmpty() ? FIXED : TEMPORARY)
                .orElse(FOUND);
    }

    private static Map<String, String> secrets(S3Location location) {
        Map<String, String> secrets = new HashMap<>();
        if (location.credentials().isPresent()) {
            Credentials credentials = location.credentials().get();
            secrets.put("fs.s3a.access.key", credentials.accessKey());
            secrets.put("fs.s3a.secret.key", credentials.secretKey().reveal());
            if (!credentials.sessionToken().isEmpty()) {
                secrets.put("fs.s3a.session.token", credentials.sessionToken().reveal());
            }
        }
        return secrets;
    }
}

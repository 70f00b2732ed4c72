package dev.ingot.storage.s3;

import dev.ingot.core.config.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket, who asks for it, and for how long one waits.
 *
 * @param endpoint such as {@code http://127.0.0.1:9000}
 * @param bucket its name
 * @param region which requests are signed for
 * @param credentials what to sign with; without them what AWS's environment variables and files say
 * @param timeout of one request, from its first byte to the reply's last
 */
public record S3Location(
        String endpoint, String bucket, String region, Optional<Credentials> credentials, Duration timeout) {
    /**
     * A key and its secret.
     *
     * @param accessKey public
     * @param secretKey fetched for each request
     * @param sessionToken of temporary credentials, else empty
     */
    public record Credentials(String accessKey, Secret secretKey, Secret sessionToken) {}
}

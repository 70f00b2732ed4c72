package dev.ingot.storage.s3;

import io.minio.MinioAsyncClient;
import io.minio.credentials.AwsConfigProvider;
import io.minio.credentials.AwsEnvironmentProvider;
import io.minio.credentials.ChainedProvider;
import io.minio.credentials.Credentials;
import io.minio.credentials.Provider;
import java.util.Set;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The MinIO client as the store wants it: bounded in time, and without repetitions of its own that nobody would see. */
final class S3Client {
    private static final int REQUESTS_AT_ONCE = 64;

    private S3Client() {}

    static MinioAsyncClient of(S3Location location) {
        MinioAsyncClient client = MinioAsyncClient.builder()
                .endpoint(location.endpoint())
                .region(location.region())
                .credentialsProvider(location.credentials().map(S3Client::fixed).orElseGet(S3Client::found))
                .httpClient(http(location), true)
                .build();
        client.setRetry(Set.of(), 0L, 0);
        return client;
    }

    private static OkHttpClient http(S3Location location) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .retryOnConnectionFailure(false)
                .connectTimeout(location.timeout())
                .readTimeout(location.timeout())
                .writeTimeout(location.timeout())
                .callTimeout(location.timeout())
                .build();
    }

    /** Reveals the secrets for each request: an exchanged one counts at once. */
    private static Provider fixed(S3Location.Credentials credentials) {
        return () -> new Credentials(
                credentials.accessKey(),
                credentials.secretKey().reveal(),
                credentials.sessionToken().isEmpty()
                        ? null
                        : credentials.sessionToken().reveal(),
                null);
    }

    private static Provider found() {
        return new ChainedProvider(new AwsEnvironmentProvider(), new AwsConfigProvider(null, null));
    }
}

package dev.ingot.storage.azure;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import dev.ingot.storage.azure.AzureLocation.Access;
import dev.ingot.storage.azure.AzureLocation.ConnectionString;
import dev.ingot.storage.azure.AzureLocation.Identity;

/** The SDK's client as the store wants it: on the JDK's HTTP client, and without repetitions of its own that nobody would see. */
final class AzureClient {
    private AzureClient() {}

    static BlobContainerClient of(AzureLocation location) {
        BlobServiceClientBuilder builder = new BlobServiceClientBuilder()
                .retryOptions(new RequestRetryOptions(RetryPolicyType.FIXED, 1, location.timeout(), null, null, null))
                .httpClient(new JdkHttpClientBuilder()
                        .connectionTimeout(location.timeout())
                        .responseTimeout(location.timeout())
                        .readTimeout(location.timeout())
                        .writeTimeout(location.timeout())
                        .build());
        Access access = location.access();
        if (access instanceof ConnectionString connection) {
            builder.connectionString(connection.text().reveal());
        } else if (access instanceof Identity identity) {
            builder.endpoint(identity.endpoint()).credential(new DefaultAzureCredentialBuilder().build());
        }
        return builder.buildClient().getBlobContainerClient(location.container());
    }
}

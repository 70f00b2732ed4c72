package dev.ingot.storage.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import dev.ingot.core.config.Secret;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FolderMarkersTest {
    @Test
    void whatAbfsMakesInPlaceOfFoldersIsNoObject() throws Exception {
        AzureLocation location = new AzureLocation(
                new AzureLocation.ConnectionString(Secret.of(TestStores.connectionString(TestServer.AZURITE.port()))),
                "test-" + UUID.randomUUID(),
                Duration.ofSeconds(20));
        BlobContainerClient container = AzureClient.of(location);
        container.create();
        upload(container, "a/b", Map.of("hdi_isfolder", "true"));
        upload(container, "a/b/c", Map.of());
        upload(container, "a/d", Map.of("hdi_isfolder", "false"));

        assertThat(new AzureRequests(location)
                        .page(ObjectPath.of("a"), Optional.empty(), 10)
                        .objects())
                .extracting(ObjectInfo::path)
                .containsExactly(ObjectPath.of("a/b/c"), ObjectPath.of("a/d"));
    }

    private static void upload(BlobContainerClient container, String name, Map<String, String> metadata) {
        container
                .getBlobClient(name)
                .getBlockBlobClient()
                .uploadWithResponse(
                        new BlockBlobSimpleUploadOptions(BinaryData.fromString("")).setMetadata(metadata),
                        Duration.ofSeconds(20),
                        com.azure.core.util.Context.NONE);
    }
}

package dev.ingot.storage.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlockBlobItem;
import com.azure.storage.blob.models.DownloadRetryOptions;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.storage.remote.Chunk;
import dev.ingot.storage.remote.Found;
import dev.ingot.storage.remote.RequestFailure;
import dev.ingot.storage.remote.StoreRequests;
import dev.ingot.storage.remote.Write;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of Azure Blob Storage. Thread-safe. */
public final class AzureRequests implements StoreRequests {
    private static final String TOKEN = "ingotwrite";
    private static final String FOLDER = "hdi_isfolder";

    private final AzureLocation location;
    private final BlobContainerClient container;

    public AzureRequests(AzureLocation location) {
        this.location = location;
        this.container = AzureClient.of(location);
    }

    @Override
    public String location() {
        return "azure://" + location.container() + " at "
                + container.getServiceClient().getAccountUrl();
    }

    @Override
    public ObjectInfo create(Write write, byte[] content) throws RequestFailure {
        BlockBlobSimpleUploadOptions options = new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
                .setContentMd5(md5(content, content.length))
                .setMetadata(Map.of(TOKEN, write.token()))
                .setRequestConditions(condition(write));
        Response<BlockBlobItem> written = AzureFailures.of(
                () -> blob(write.path()).uploadWithResponse(options, location.timeout(), Context.NONE));
        return info(write, content.length, written);
    }

    /** Azure needs no beginning: the parts are kept under the object's name, and told apart by the write's token. */
    @Override
    public String begin(Write write) {
        return write.token();
    }

    @Override
    public String part(Write write, String upload, int number, byte[] content, int length) throws RequestFailure {
        String name = upload + "-%05d".formatted(number);
        String id = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.US_ASCII));
        BinaryData part = BinaryData.fromByteBuffer(ByteBuffer.wrap(content, 0, length));
        BlockBlobStageBlockOptions options =
                new BlockBlobStageBlockOptions(id, part).setContentMd5(md5(content, length));
        AzureFailures.of(() -> blob(write.path()).stageBlockWithResponse(options, location.timeout(), Context.NONE));
        return id;
    }

    @Override
    public ObjectInfo complete(Write write, String upload, List<String> parts) throws RequestFailure {
        BlockBlobCommitBlockListOptions options = new BlockBlobCommitBlockListOptions(parts)
                .setMetadata(Map.of(TOKEN, write.token()))
                .setRequestConditions(condition(write));
        Response<BlockBlobItem> written = AzureFailures.of(
                () -> blob(write.path()).commitBlockListWithResponse(options, location.timeout(), Context.NONE));
        return info(write, 0, written);
    }

    /** Parts that are not completed are invisible, and dropped by Azure itself after a week. */
    @Override
    public void abort(Write write, String upload) {}

    @Override
    public Chunk read(ObjectPath path, long offset, int length, Optional<String> version) throws RequestFailure {
        BlobRequestConditions unchanged = new BlobRequestConditions();
        version.ifPresent(unchanged::setIfMatch);
        BlobDownloadContentResponse reply = AzureFailures.of(() -> blob(path)
                .downloadContentWithResponse(
                        new DownloadRetryOptions().setMaxRetryRequests(0),
                        unchanged,
                        new BlobRange(offset, (long) length),
                        false,
                        location.timeout(),
                        Context.NONE));
        byte[] bytes = reply.getValue().toBytes();
        String range = reply.getHeaders().getValue(HttpHeaderName.CONTENT_RANGE);
        long size = range == null ? bytes.length : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
        return new Chunk(bytes, size, reply.getDeserializedHeaders().getETag());
    }

    @Override
    public Found head(ObjectPath path) throws RequestFailure {
        BlobProperties found = AzureFailures.of(() -> blob(path)
                .getPropertiesWithResponse(null, location.timeout(), Context.NONE)
                .getValue());
        return new Found(
                info(path, found.getBlobSize(), found.getETag(), found.getLastModified()),
                Optional.ofNullable(found.getMetadata().get(TOKEN)));
    }

    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws RequestFailure {
        ListBlobsOptions options = new ListBlobsOptions()
                .setPrefix(folder.text() + "/")
                .setMaxResultsPerPage(most)
                .setDetails(new BlobListDetails().setRetrieveMetadata(true));
        return AzureFailures.of(() -> {
            Iterator<PagedResponse<BlobItem>> pages = container
                    .listBlobs(options, from.orElse(null), location.timeout())
                    .iterableByPage()
                    .iterator();
            PagedResponse<BlobItem> page = pages.next();
            List<ObjectInfo> objects = page.getValue().stream()
                    .filter(item -> !isFolder(item))
                    .map(item -> info(
                            ObjectPath.of(item.getName()),
                            item.getProperties().getContentLength(),
                            item.getProperties().getETag(),
                            item.getProperties().getLastModified()))
                    .toList();
            return new ObjectPage(
                    objects, Optional.ofNullable(page.getContinuationToken()).filter(next -> !next.isEmpty()));
        });
    }

    /** What a hierarchical namespace, and ABFS where there is none, has in place of folders. */
    private static boolean isFolder(BlobItem item) {
        Map<String, String> metadata = item.getMetadata();
        return item.getName().endsWith("/") || (metadata != null && "true".equals(metadata.get(FOLDER)));
    }

    @Override
    public void delete(ObjectPath path) throws RequestFailure {
        AzureFailures.of(() -> blob(path).deleteIfExistsWithResponse(null, null, location.timeout(), Context.NONE));
    }

    @Override
    public void createBucket() throws RequestFailure {
        AzureFailures.of(() -> container.createIfNotExistsWithResponse(null, location.timeout(), Context.NONE));
    }

    @Override
    public void close() {}

    private BlockBlobClient blob(ObjectPath path) {
        return container.getBlobClient(path.text()).getBlockBlobClient();
    }

    private static BlobRequestConditions condition(Write write) {
        BlobRequestConditions condition = new BlobRequestConditions();
        return write.onlyIfAbsent() ? condition.setIfNoneMatch("*") : condition;
    }

    private static ObjectInfo info(Write write, long size, Response<BlockBlobItem> written) {
        BlockBlobItem item = written.getValue();
        return info(write.path(), size, item.getETag(), item.getLastModified());
    }

    /** Some replies have the tag in quotation marks and some have not. */
    private static ObjectInfo info(ObjectPath path, long size, String version, OffsetDateTime modifiedAt) {
        return new ObjectInfo(path, size, version.replace("\"", ""), modifiedAt.toInstant());
    }

    private static byte[] md5(byte[] content, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(content, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}

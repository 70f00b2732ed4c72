package dev.ingot.storage.s3;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.storage.remote.Chunk;
import dev.ingot.storage.remote.Found;
import dev.ingot.storage.remote.RequestFailure;
import dev.ingot.storage.remote.StoreRequests;
import dev.ingot.storage.remote.Write;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GenericResponse;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.HeadObjectResponse;
import io.minio.Http;
import io.minio.ListObjectsV2Args;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import io.minio.messages.Part;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requests of S3. Thread-safe. */
public final class S3Requests implements StoreRequests {
    private static final String TOKEN = "ingot-write";

    private final S3Location location;
    private final MinioAsyncClient client;

    public S3Requests(S3Location location) {
        this.location = location;
        this.client = S3Client.of(location);
    }

    @Override
    public String location() {
        return "s3://" + location.bucket() + " at " + location.endpoint();
    }

    @Override
    public ObjectInfo create(Write write, byte[] content) throws RequestFailure {
        ObjectWriteResponse written = S3Failures.of(client.putObject(PutObjectAPIArgs.builder()
                .bucket(location.bucket())
                .object(write.path().text())
                .data(content, content.length)
                .headers(metadata(write))
                .extraHeaders(condition(write))
                .build()));
        return new ObjectInfo(write.path(), content.length, written.etag(), date(written));
    }

    @Override
    public String begin(Write write) throws RequestFailure {
        return S3Failures.of(client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(location.bucket())
                        .object(write.path().text())
                        .headers(metadata(write))
                        .build()))
                .result()
                .uploadId();
    }

    @Override
    public String part(Write write, String upload, int number, byte[] content, int length) throws RequestFailure {
        return S3Failures.of(client.uploadPart(UploadPartArgs.builder()
                        .bucket(location.bucket())
                        .object(write.path().text())
                        .uploadId(upload)
                        .partNumber(number)
                        .data(content, length)
                        .build()))
                .part()
                .etag();
    }

    @Override
    public ObjectInfo complete(Write write, String upload, List<String> parts) throws RequestFailure {
        Part[] sent = new Part[parts.size()];
        for (int part = 0; part < sent.length; part++) {
            sent[part] = new Part(part + 1, parts.get(part));
        }
        ObjectWriteResponse written = S3Failures.of(client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                .bucket(location.bucket())
                .object(write.path().text())
                .uploadId(upload)
                .parts(sent)
                .extraHeaders(condition(write))
                .build()));
        return new ObjectInfo(write.path(), 0, written.etag(), date(written));
    }

    @Override
    public void abort(Write write, String upload) throws RequestFailure {
        try {
            S3Failures.of(client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                    .bucket(location.bucket())
                    .object(write.path().text())
                    .uploadId(upload)
                    .build()));
        } catch (RequestFailure e) {
            if (e.kind() != RequestFailure.Kind.UPLOAD_GONE) {
                throw e;
            }
        }
    }

    @Override
    public Chunk read(ObjectPath path, long offset, int length, Optional<String> version) throws RequestFailure {
        GetObjectArgs.Builder asked = GetObjectArgs.builder()
                .bucket(location.bucket())
                .object(path.text())
                .offset(offset)
                .length((long) length);
        version.ifPresent(asked::matchETag);
        try (GetObjectResponse reply = S3Failures.of(client.getObject(asked.build()))) {
            byte[] bytes = reply.readAllBytes();
            return new Chunk(bytes, size(reply.headers().get("Content-Range"), bytes.length), etag(reply));
        } catch (RequestFailure e) {
            throw e;
        } catch (IOException e) {
            throw S3Failures.broken(e);
        }
    }

    @Override
    public Found head(ObjectPath path) throws RequestFailure {
        HeadObjectResponse reply = S3Failures.of(client.statObject(StatObjectArgs.builder()
                .bucket(location.bucket())
                .object(path.text())
                .build()));
        return new Found(
                new ObjectInfo(path, reply.size(), reply.etag(), seconds(reply.lastModified())),
                Optional.ofNullable(reply.headers().get("x-amz-meta-" + TOKEN)));
    }

    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws RequestFailure {
        ListObjectsV2Args.Builder asked = ListObjectsV2Args.builder()
                .bucket(location.bucket())
                .prefix(folder.text() + "/")
                .encodingType("url")
                .maxKeys(most);
        from.ifPresent(asked::continuationToken);
        ListBucketResultV2 result =
                S3Failures.of(client.listObjectsV2(asked.build())).result();
        List<ObjectInfo> objects = new ArrayList<>();
        for (Item item : result.contents()) {
            if (item.etag() == null) {
                // S3Proxy lists what is still being written, but without a tag.
                continue;
            }
            String name = URLDecoder.decode(item.objectName(), StandardCharsets.UTF_8);
            if (name.endsWith("/")) {
                // What S3A and others leave where they want a folder to be.
                continue;
            }
            objects.add(
                    new ObjectInfo(ObjectPath.of(name), item.size(), bare(item.etag()), seconds(item.lastModified())));
        }
        return new ObjectPage(
                objects, result.isTruncated() ? Optional.of(result.nextContinuationToken()) : Optional.empty());
    }

    @Override
    public void delete(ObjectPath path) throws RequestFailure {
        try {
            S3Failures.of(client.removeObject(RemoveObjectArgs.builder()
                    .bucket(location.bucket())
                    .object(path.text())
                    .build()));
        } catch (RequestFailure e) {
            if (e.kind() != RequestFailure.Kind.MISSING) {
                throw e;
            }
        }
    }

    @Override
    public void createBucket() throws RequestFailure {
        try {
            S3Failures.of(client.makeBucket(
                    MakeBucketArgs.builder().bucket(location.bucket()).build()));
        } catch (RequestFailure e) {
            if (!e.code().equals("BucketAlreadyOwnedByYou") && !e.code().equals("BucketAlreadyExists")) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static Http.Headers metadata(Write write) {
        return new Http.Headers("x-amz-meta-" + TOKEN, write.token());
    }

    private static Http.Headers condition(Write write) {
        return write.onlyIfAbsent() ? new Http.Headers("If-None-Match", "*") : new Http.Headers();
    }

    private static String etag(GetObjectResponse reply) {
        return bare(String.valueOf(reply.headers().get("ETag")));
    }

    /** Some replies have the tag in quotation marks and some have not. */
    private static String bare(String etag) {
        return etag.replace("\"", "");
    }

    /** What stands behind the slash of {@code bytes 0-9/1234}. */
    private static long size(@org.jspecify.annotations.Nullable String range, int read) {
        return range == null ? read : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }

    private static Instant seconds(ZonedDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant date(GenericResponse reply) {
        String date = reply.headers().get("Date");
        return date == null
                ? Instant.EPOCH
                : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
    }
}

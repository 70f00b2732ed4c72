package dev.ingot.storage.remote;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.remote.RequestFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Objects in a bucket behind a network. What is smaller than a part is one request; larger objects go in parts and are made
 * visible by the last request. Thread-safe; whoever made it closes it.
 *
 * <p>Each write carries a token of its own as metadata of the object. Where a write is refused because the object is there
 * already, the token tells whether it is ours: then an earlier try was carried out, and only its reply was lost.
 */
public final class RemoteObjectStore implements ObjectStore, AutoCloseable {
    private final StoreRequests requests;
    private final Retries retries;
    private final Traffic traffic = new Traffic();
    private final Buckets buckets;
    private final ExecutorService threads;

    /** Whether the bucket may be made when it is not there. */
    public enum Buckets {
        CREATE,
        EXPECT
    }

    public RemoteObjectStore(StoreRequests requests, RetryLimits limits, Buckets buckets) {
        this.requests = requests;
        this.buckets = buckets;
        this.retries = new Retries(limits, traffic, requests.location());
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "upload to " + requests.location());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What has been asked of the server so far. */
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public ObjectInfo put(ObjectPath path, InputStream content) throws IOException {
        Write write = new Write(path, UUID.randomUUID().toString(), false);
        return write(write, content).orElseThrow(() -> new IOException(path + " was written by somebody else as well"));
    }

    @Override
    public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
        return write(new Write(path, UUID.randomUUID().toString(), true), content);
    }

    private Optional<ObjectInfo> write(Write write, InputStream content) throws IOException {
        byte[] beginning = content.readNBytes(PartUpload.PART);
        return beginning.length < PartUpload.PART ? whole(write, beginning) : parts(write, beginning, content);
    }

    private Optional<ObjectInfo> whole(Write write, byte[] content) throws IOException {
        return written(write, () -> requests.create(write, content));
    }

    private Optional<ObjectInfo> parts(Write write, byte[] beginning, InputStream rest) throws IOException {
        String upload = send(write.path(), () -> requests.begin(write));
        try {
            PartUpload parts = new PartUpload(
                    (number, content, length) ->
                            send(write.path(), () -> requests.part(write, upload, number, content, length)),
                    threads);
            List<String> sent = parts.send(beginning, rest);
            Optional<ObjectInfo> made = written(write, () -> requests.complete(write, upload, sent))
                    .map(info -> new ObjectInfo(info.path(), parts.size(), info.version(), info.modifiedAt()));
            if (made.isEmpty()) {
                abort(write, upload);
            }
            return made;
        } catch (IOException | RuntimeException e) {
            abandon(write, upload, e);
            throw e;
        }
    }

    private void abandon(Write write, String upload, Exception failure) {
        try {
            abort(write, upload);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void abort(Write write, String upload) throws IOException {
        send(write.path(), () -> {
            requests.abort(write, upload);
            return upload;
        });
    }

    /** The last request of a write: empty when somebody else's object is there. */
    private Optional<ObjectInfo> written(Write write, Retries.Request<ObjectInfo> last) throws IOException {
        try {
            return Optional.of(retried(last));
        } catch (RequestFailure e) {
            if (e.kind() != Kind.TAKEN && e.kind() != Kind.UPLOAD_GONE) {
                throw explained(write.path(), e);
            }
            Optional<ObjectInfo> own = own(write);
            if (own.isPresent()
                    || e.kind() == Kind.TAKEN
                    || write.onlyIfAbsent() && head(write.path()).isPresent()) {
                return own;
            }
            throw explained(write.path(), e);
        }
    }

    private Optional<ObjectInfo> own(Write write) throws IOException {
        Optional<Found> found = find(write.path());
        if (found.flatMap(Found::token).filter(write.token()::equals).isEmpty()) {
            return Optional.empty();
        }
        traffic.addRecognised();
        return found.map(Found::info);
    }

    @Override
    public InputStream get(ObjectPath path) throws IOException {
        return get(path, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("not a part: " + length + " bytes from " + offset);
        }
        if (length == 0) {
            if (head(path).isEmpty()) {
                throw new NoSuchFileException(path.text());
            }
            return InputStream.nullInputStream();
        }
        return new ChunkedContent((from, count, version) -> chunk(path, from, count, version), offset, length);
    }

    private Chunk chunk(ObjectPath path, long offset, int length, Optional<String> version) throws IOException {
        try {
            Chunk chunk = retried(() -> requests.read(path, offset, length, version));
            int expected = (int) Math.min(length, Math.max(0, chunk.size() - offset));
            if (chunk.bytes().length != expected) {
                throw new IOException(chunk.bytes().length + " bytes of " + path + " came instead of " + expected);
            }
            return chunk;
        } catch (RequestFailure e) {
            if (e.kind() == Kind.BEYOND_END) {
                return new Chunk(new byte[0], offset, "");
            }
            throw explained(path, e);
        }
    }

    @Override
    public Optional<ObjectInfo> head(ObjectPath path) throws IOException {
        return find(path).map(Found::info);
    }

    private Optional<Found> find(ObjectPath path) throws IOException {
        try {
            return Optional.of(retried(() -> requests.head(path)));
        } catch (RequestFailure e) {
            if (e.kind() == Kind.MISSING) {
                return Optional.empty();
            }
            throw explained(path, e);
        }
    }

    /** Put in order here: some servers order by UTF-16, which differs from the others beyond the basic plane. */
    @Override
    public List<ObjectInfo> list(ObjectPath folder) throws IOException {
        List<ObjectInfo> objects = new ArrayList<>(ObjectStore.super.list(folder));
        objects.sort(Comparator.comparing(ObjectInfo::path));
        return objects;
    }

    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws IOException {
        if (most < 1 || most > ObjectPage.MOST) {
            throw new IllegalArgumentException("not the size of a page: " + most);
        }
        return send(folder, () -> requests.page(folder, from, most));
    }

    @Override
    public void delete(ObjectPath path) throws IOException {
        send(path, () -> {
            requests.delete(path);
            return path;
        });
    }

    private <T> T send(ObjectPath path, Retries.Request<T> request) throws IOException {
        try {
            return retried(request);
        } catch (RequestFailure e) {
            throw explained(path, e);
        }
    }

    /** Makes the bucket when that is what is missing, and allowed. */
    private <T> T retried(Retries.Request<T> request) throws IOException {
        try {
            return retries.send(request);
        } catch (RequestFailure e) {
            if (e.kind() != Kind.NO_BUCKET || buckets != Buckets.CREATE) {
                throw e;
            }
            retries.send(() -> {
                requests.createBucket();
                return requests;
            });
            return retries.send(request);
        }
    }

    private IOException explained(ObjectPath path, RequestFailure failure) {
        return RemoteErrors.explained(requests.location(), path, failure);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        requests.close();
    }
}

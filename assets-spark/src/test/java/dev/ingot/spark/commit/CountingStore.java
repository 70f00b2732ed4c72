package dev.ingot.spark.commit;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A store that counts what it is asked. */
final class CountingStore implements ObjectStore {
    private final ObjectStore store;
    private final AtomicLong lists = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    CountingStore(ObjectStore store) {
        this.store = store;
    }

    long lists() {
        return lists.get();
    }

    long reads() {
        return reads.get();
    }

    void forget() {
        lists.set(0);
        reads.set(0);
    }

    @Override
    public ObjectInfo put(ObjectPath path, InputStream content) throws IOException {
        return store.put(path, content);
    }

    @Override
    public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
        return store.putIfAbsent(path, content);
    }

    @Override
    public InputStream get(ObjectPath path) throws IOException {
        reads.incrementAndGet();
        return store.get(path);
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        reads.incrementAndGet();
        return store.get(path, offset, length);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectPath path) throws IOException {
        return store.head(path);
    }

    @Override
    public List<ObjectInfo> list(ObjectPath folder) throws IOException {
        lists.incrementAndGet();
        return store.list(folder);
    }

    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws IOException {
        return store.page(folder, from, most);
    }

    @Override
    public void delete(ObjectPath path) throws IOException {
        store.delete(path);
    }
}

package dev.ingot.spark.commit;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.testing.ForwardingStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A store that counts what it is asked. */
final class CountingStore extends ForwardingStore {
    private final AtomicLong lists = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    CountingStore(ObjectStore store) {
        super(store);
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
    public InputStream get(ObjectPath path) throws IOException {
        reads.incrementAndGet();
        return super.get(path);
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        reads.incrementAndGet();
        return super.get(path, offset, length);
    }

    @Override
    public List<ObjectInfo> list(ObjectPath folder) throws IOException {
        lists.incrementAndGet();
        return super.list(folder);
    }
}

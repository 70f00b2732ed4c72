package dev.ingot.core.testing;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A store that passes everything on to another one: for tests of stores that do one thing otherwise. */
public class ForwardingStore implements ObjectStore {
    private final ObjectStore store;

    public ForwardingStore(ObjectStore store) {
        this.store = store;
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
        return store.get(path);
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        return store.get(path, offset, length);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectPath path) throws IOException {
        return store.head(path);
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

package dev.ingot.spark.failure;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A store each call of which is one of those that {@link Faults} counts. */
public record FaultyStore(ObjectStore store) implements ObjectStore {
    @Override
    public ObjectInfo put(ObjectPath path, InputStream content) throws IOException {
        return Faults.in("put " + path, () -> store.put(path, content));
    }

    @Override
    public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
        return Faults.in("put if absent " + path, () -> store.putIfAbsent(path, content));
    }

    @Override
    public InputStream get(ObjectPath path) throws IOException {
        return Faults.in("get " + path, () -> store.get(path));
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        return Faults.in("get part of " + path, () -> store.get(path, offset, length));
    }

    @Override
    public Optional<ObjectInfo> head(ObjectPath path) throws IOException {
        return Faults.in("head " + path, () -> store.head(path));
    }

    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws IOException {
        return Faults.in("page of " + folder, () -> store.page(folder, from, most));
    }

    @Override
    public void delete(ObjectPath path) throws IOException {
        Faults.in("delete object " + path, () -> {
            store.delete(path);
            return path;
        });
    }
}

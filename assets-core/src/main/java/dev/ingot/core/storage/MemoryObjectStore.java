package dev.ingot.core.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The reference implementation: everything in memory, gone with the process. */
public final class MemoryObjectStore implements ObjectStore {
    private final ConcurrentSkipListMap<ObjectPath, Stored> objects = new ConcurrentSkipListMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final Clock clock;

    public MemoryObjectStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ObjectInfo put(ObjectPath path, InputStream content) throws IOException {
        Stored stored = stored(path, content);
        objects.put(path, stored);
        return stored.info;
    }

    @Override
    public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
        Stored stored = stored(path, content);
        return objects.putIfAbsent(path, stored) == null ? Optional.of(stored.info) : Optional.empty();
    }

    private Stored stored(ObjectPath path, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        String version = Long.toString(versions.incrementAndGet());
        return new Stored(bytes, new ObjectInfo(path, bytes.length, version, clock.instant()));
    }

    @Override
    public InputStream get(ObjectPath path) throws IOException {
        Stored stored = objects.get(path);
        if (stored == null) {
            throw new NoSuchFileException(path.text());
        }
        return new ByteArrayInputStream(stored.bytes);
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        return new ContentPart(get(path), offset, length);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectPath path) {
        return Optional.ofNullable(objects.get(path)).map(stored -> stored.info);
    }

    @Override
    public List<ObjectInfo> list(ObjectPath folder) {
        return objects.tailMap(folder).values().stream()
                .map(stored -> stored.info)
                .filter(info -> info.path().text().startsWith(folder.text() + "/"))
                .toList();
    }

    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) {
        return ObjectPage.of(list(folder), from, most);
    }

    @Override
    public void delete(ObjectPath path) {
        objects.remove(path);
    }

    private static final class Stored {
        private final byte[] bytes;
        private final ObjectInfo info;

        Stored(byte[] bytes, ObjectInfo info) {
            this.bytes = bytes;
            this.info = info;
        }
    }
}

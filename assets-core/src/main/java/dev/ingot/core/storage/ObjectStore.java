package dev.ingot.core.storage;

import dev.ingot.core.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flat store of named, immutable byte sequences. Thread-safe.
 *
 * <p>Writes are atomic: a reader sees the old object, the new one or none, never a part. What was written is listed and read
 * at once by everybody. A write that fails, or whose process dies, leaves nothing visible. There are no folders: an object can
 * be named {@code a} beside one named {@code a/b} only where the store can hold both, so do not. Contents may be larger than
 * memory.
 *
 * <p>Failures of the store are {@link IOException}s, {@link ObjectStoreException}s where their cause is understood; a missing
 * object is {@link java.nio.file.NoSuchFileException}. Stores that are reached over a network try again by themselves, a
 * bounded number of times, before they fail; a write of theirs whose reply was lost is recognised as done, never as
 * somebody else's.
 */
public interface ObjectStore {
    /** Writes an object, replacing one of the same name. The stream is read to its end and not closed. */
    ObjectInfo put(ObjectPath path, InputStream content) throws IOException;

    /**
     * Writes an object unless one of that name exists. Of any number of writers at once exactly one succeeds.
     *
     * @return empty when there was one already, which stays as it is
     */
    Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException;

    /**
     * Opens an object for reading; the caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream get(ObjectPath path) throws IOException;

    /**
     * Opens a part of an object for reading; the caller closes it. Where the object ends before the part does, so does the
     * stream: a part that begins at or behind the end is empty.
     *
     * @param offset of the first byte, 0 or more
     * @param length of the part in bytes, 0 or more
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    InputStream get(ObjectPath path, long offset, long length) throws IOException;

    /** What the store knows of an object; empty if there is none. */
    Optional<ObjectInfo> head(ObjectPath path) throws IOException;

    /** All objects whose path begins with the folder and a slash, however deep, in the order of their paths. */
    default List<ObjectInfo> list(ObjectPath folder) throws IOException {
        List<ObjectInfo> objects = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            ObjectPage page = page(folder, from, ObjectPage.MOST);
            objects.addAll(page.objects());
            from = page.next();
        } while (from.isPresent());
        return objects;
    }

    /**
     * One page of such a list. Some stores put names with letters beyond the basic plane elsewhere among the pages; a whole
     * list is always in order.
     *
     * @param from where the page before this one said to go on; empty for the first
     * @param most how many objects at most, between 1 and {@link ObjectPage#MOST}; there may be fewer, even none, before the end
     */
    ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws IOException;

    /**
     * The SHA-256 of an object's content in hexadecimal digits, found by reading all of it.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    default String sha256(ObjectPath path) throws IOException {
        Sha256 hash = new Sha256();
        try (InputStream content = hash.through(get(path))) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return hash.hex();
    }

    /** Removes an object; removing one that does not exist is no error. */
    void delete(ObjectPath path) throws IOException;
}

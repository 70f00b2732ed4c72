package dev.ingot.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A flat store of named, immutable byte sequences. Thread-safe.
 *
 * <p>Writes are atomic: a reader sees the old object, the new one or none, never a part. What was written is listed and read
 * at once by everybody. There are no folders: an object can be named {@code a} beside one named {@code a/b} only where the
 * store can hold both, so do not. Failures of the store are {@link IOException}s; a missing object is
 * {@link java.nio.file.NoSuchFileException}.
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

    Optional<ObjectInfo> head(ObjectPath path) throws IOException;

    /** All objects whose path begins with the folder and a slash, however deep, in the order of their paths. */
    List<ObjectInfo> list(ObjectPath folder) throws IOException;

    /** Removes an object; removing one that does not exist is no error. */
    void delete(ObjectPath path) throws IOException;
}

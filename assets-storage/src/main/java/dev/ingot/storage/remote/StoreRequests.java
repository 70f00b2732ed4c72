package dev.ingot.storage.remote;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPage;
import dev.ingot.core.storage.ObjectPath;
import java.util.List;
import java.util.Optional;

/**
 * The requests that a kind of server understands. Each method sends exactly one request, once, within a bounded time; a failure
 * is a {@link RequestFailure}. Thread-safe.
 */
public interface StoreRequests extends AutoCloseable {
    /** The bucket for people, such as {@code s3://lake at http://127.0.0.1:9000}. */
    String location();

    /** Writes a whole object. */
    ObjectInfo create(Write write, byte[] content) throws RequestFailure;

    /** Begins to write an object in parts; nobody sees it before it is completed. Returns the upload's name. */
    String begin(Write write) throws RequestFailure;

    /**
     * Sends one part, again if need be.
     *
     * @param upload which {@link #begin} has named
     * @param number from 1
     * @param content whose first bytes are the part
     * @param length how many
     * @return what {@link #complete} wants to know of it
     */
    String part(Write write, String upload, int number, byte[] content, int length) throws RequestFailure;

    /** Makes the object of its parts, in this order; its size is not known here. */
    ObjectInfo complete(Write write, String upload, List<String> parts) throws RequestFailure;

    /** Gives the parts up; succeeds where there is nothing to give up. */
    void abort(Write write, String upload) throws RequestFailure;

    /**
     * Reads some bytes.
     *
     * @param length more than 0
     * @param version what the object must still have, if it is known
     */
    Chunk read(ObjectPath path, long offset, int length, Optional<String> version) throws RequestFailure;

    Found head(ObjectPath path) throws RequestFailure;

    /** One page of the objects below a folder, as {@link dev.ingot.core.storage.ObjectStore#page} says. */
    ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws RequestFailure;

    /** Removes an object; succeeds where there is none. */
    void delete(ObjectPath path) throws RequestFailure;

    /** Makes the bucket; succeeds where there is one. */
    void createBucket() throws RequestFailure;

    @Override
    void close();
}

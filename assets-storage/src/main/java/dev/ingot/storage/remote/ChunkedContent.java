package dev.ingot.storage.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * An object's bytes, asked for chunk by chunk: a reply that breaks off is asked for again, and no connection stays open while
 * the reader is slow. All chunks are of one version of the object, or the stream fails.
 */
final class ChunkedContent extends InputStream {
    /** Large enough that a request's round trip does not count, small enough to be thrown away when it breaks off. */
    static final int CHUNK = 8 * 1024 * 1024;

    private final Source source;
    private final long end;
    private long position;
    private Chunk chunk;
    private int place;

    /** Reads chunks; no version is asked for by the first. */
    @FunctionalInterface
    interface Source {
        Chunk read(long offset, int length, Optional<String> version) throws IOException;
    }

    /** Reads the first chunk at once, so that a missing object is found out here. The length is more than 0. */
    ChunkedContent(Source source, long offset, long length) throws IOException {
        this.source = source;
        this.position = offset;
        chunk = source.read(offset, (int) Math.min(CHUNK, length), Optional.empty());
        end = length > chunk.size() - offset ? chunk.size() : offset + length;
    }

    @Override
    public int read() throws IOException {
        return available() > 0 || next() ? chunk.bytes()[place++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (available() == 0 && !next()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(chunk.bytes(), place, buffer, offset, count);
        place += count;
        return count;
    }

    private boolean next() throws IOException {
        position += chunk.bytes().length;
        place = 0;
        if (position >= end) {
            chunk = new Chunk(new byte[0], chunk.size(), chunk.version());
            return false;
        }
        chunk = source.read(position, (int) Math.min(CHUNK, end - position), Optional.of(chunk.version()));
        return true;
    }

    @Override
    public int available() {
        return chunk.bytes().length - place;
    }
}

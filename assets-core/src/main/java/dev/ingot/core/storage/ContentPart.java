package dev.ingot.core.storage;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Some bytes of a stream: those from an offset on, up to a length, as far as it has them. */
final class ContentPart extends FilterInputStream {
    private long left;

    /** Takes the stream over: it is closed with this one, and at once when its beginning cannot be skipped. */
    ContentPart(InputStream content, long offset, long length) throws IOException {
        super(content);
        if (offset < 0 || length < 0) {
            content.close();
            throw new IllegalArgumentException("not a part: " + length + " bytes from " + offset);
        }
        left = length;
        try {
            content.skipNBytes(offset);
        } catch (EOFException endsBefore) {
            left = 0;
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int read = super.read(buffer, offset, (int) Math.min(left, length));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(Math.min(left, bytes));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(left, super.available());
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

package dev.ingot.bronze.landing;

import dev.ingot.core.hash.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that was checked before: its end is reached only if they still are those that were checked. */
final class CheckedContent extends FilterInputStream {
    private final Sha256 hash;
    private final String expected;
    private boolean ended;

    /** Begins at the first byte; the hash is a SHA-256 in lower-case hexadecimal digits. */
    CheckedContent(InputStream content, String expected) {
        this(content, new Sha256(), expected);
    }

    private CheckedContent(InputStream content, Sha256 hash, String expected) {
        super(hash.through(content));
        this.hash = hash;
        this.expected = expected;
    }

    /** Says that the bytes are others now. */
    static final class ChangedException extends IOException {
        private static final long serialVersionUID = 1L;

        ChangedException() {
            super("the content is no longer what was checked");
        }
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked(super.read(buffer, offset, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && !ended) {
            ended = true;
            if (!hash.hex().equals(expected)) {
                throw new ChangedException();
            }
        }
        return read;
    }
}

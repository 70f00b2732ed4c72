package dev.ingot.bronze.landing;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file that was checked before: its end is reached only if they still are those that were checked. */
final class CheckedContent extends DigestInputStream {
    private final String expected;
    private boolean ended;

    /** Begins at the first byte; the hash is a SHA-256 in lower-case hexadecimal digits. */
    CheckedContent(InputStream content, String expected) {
        super(content, sha256());
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
            if (!HexFormat.of().formatHex(getMessageDigest().digest()).equals(expected)) {
                throw new ChangedException();
            }
        }
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

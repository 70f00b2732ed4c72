package dev.ingot.core.hash;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making; used once. Not thread-safe. */
public final class Sha256 {
    private static final int BYTES = 32;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds the text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds whatever is read from the stream. */
    public InputStream through(InputStream stream) {
        return new DigestInputStream(stream, digest);
    }

    /** The whole hash in hexadecimal digits. */
    public String hex() {
        return hex(BYTES);
    }

    /** So many of its first bytes in hexadecimal digits. */
    public String hex(int bytes) {
        return HexFormat.of().formatHex(digest.digest(), 0, bytes);
    }
}

package dev.ingot.storage.remote;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that did not do what it should, sorted by what can be done about it. */
public final class RequestFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;

    /** What can be done. */
    public enum Kind {
        /** Nothing: there is no such object. */
        MISSING,
        /** Nothing: the condition does not hold; there already is an object of that name, or by now it is another one. */
        TAKEN,
        /** Nothing: the object ends before the bytes that were asked for. */
        BEYOND_END,
        /** Look whether the upload was completed: it is no longer known. */
        UPLOAD_GONE,
        /** Make the bucket. */
        NO_BUCKET,
        /** Try again: the request may or may not have been carried out. */
        TRANSIENT,
        /** Try again twice: servers on a file system answer this too when a folder vanishes under a write. */
        DENIED,
        /** Nothing without a person: the server refuses who asks, or what is asked. */
        REFUSED
    }

    public RequestFailure(Kind kind, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** The server's own word, such as {@code InvalidAccessKeyId}; the exception's name where no server has answered. */
    public String code() {
        return code;
    }
}

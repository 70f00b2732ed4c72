package dev.ingot.dataset.fetch;

import org.jspecify.annotations.Nullable;

/** Says that a file could not be brought, and of what kind the failure is. */
public final class FetchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** The sorts of failures. */
    public enum Kind {
        /** Nobody answers, or the connection breaks again and again. What has come is kept. */
        UNREACHABLE,
        /** The server has no such file. */
        NOT_FOUND,
        /** The server does not give it to us. */
        REFUSED,
        /** The content was replaced again and again while it was transferred. */
        CHANGING,
        /** What has come is not what the publisher states. It is not kept. */
        WRONG_CHECKSUM,
        /** The disk has no room for the rest. What has come is kept. */
        NO_ROOM,
        /** Another process brings the same file. */
        BUSY,
        /** The folder cannot be written to. */
        UNWRITABLE
    }

    public FetchException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package dev.ingot.core.storage;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.io.IOException;

/** The failures of stores, for callers that have a user to tell. */
public final class StorageErrors {
    private StorageErrors() {}

    /** A store, or something in it, cannot be read. */
    public static IngotException unreadable(String what, IOException cause) {
        if (cause instanceof ObjectStoreException understood) {
            return understood(understood);
        }
        return new IngotException(
                Diagnostic.of(ErrorCode.UNREACHABLE_STORE, "Cannot read " + what)
                        .because(cause.toString()),
                cause);
    }

    /** The landing zone was filled by an Ingot that this one does not understand. */
    static IngotException newerFormat(Number found, int known) {
        return new IngotException(Diagnostic.of(ErrorCode.NEWER_FORMAT, "The landing zone was filled by a newer Ingot")
                .because("its current.json has format " + found + ", this Ingot reads up to " + known)
                .help("use the Ingot that wrote it, or a newer one"));
    }

    /** Something cannot be written; a full disk is told as such. */
    public static IngotException unwritable(String what, IOException cause) {
        if (cause instanceof ObjectStoreException understood) {
            return understood(understood);
        }
        boolean full = String.valueOf(cause.getMessage()).contains("No space left");
        ErrorCode code = full ? ErrorCode.DISK_FULL : ErrorCode.STORAGE_FAILED;
        return new IngotException(
                Diagnostic.of(code, "Cannot write " + what)
                        .because(cause.toString())
                        .help(full ? "make room on the disk, then run the command again: it continues" : null),
                cause);
    }

    /** A store replaces what another process has created in the meantime. */
    public static Diagnostic unsafe() {
        return Diagnostic.of(
                        ErrorCode.UNSAFE_STORE, "The store lets a second writer replace what the first has written")
                .because("two runs at once could lose each other's commits")
                .help("use a store that honours If-None-Match on PUT")
                .help("or, if never more than one process at a time writes to it, say so: --set storage.shared=false");
    }

    /** The same when somebody is about to write. */
    public static IngotException unsafeStore(String store) {
        return new IngotException(unsafe().at(store));
    }

    private static IngotException understood(ObjectStoreException cause) {
        return new IngotException(cause.diagnostic(), cause);
    }
}

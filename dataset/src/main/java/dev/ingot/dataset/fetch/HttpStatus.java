package dev.ingot.dataset.fetch;

import dev.ingot.dataset.fetch.FetchException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** What the answers of a server that are no content, and what went wrong without one, mean to us. */
final class HttpStatus {
    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int UNSATISFIABLE = 416;

    private static final Set<Integer> NOT_THERE = Set.of(404, 410);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int SERVER = 500;

    private HttpStatus() {}

    static boolean isNotThere(int status) {
        return NOT_THERE.contains(status);
    }

    /** What may pass is an {@link IOException}, to be tried again; everything else is thrown at once. */
    static IOException failure(int status, URI source) {
        if (PASSING.contains(status) || status >= SERVER) {
            return new IOException("the server answers " + status);
        }
        Kind kind = isNotThere(status) ? Kind.NOT_FOUND : Kind.REFUSED;
        throw new FetchException(kind, "the server answers " + status + " for " + source, null);
    }

    /** The same of what a request has ended with. */
    static IOException failure(ExecutionException ended) {
        for (Throwable cause = ended.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FetchException known) {
                throw known;
            }
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                throw new FetchException(Kind.NO_ROOM, "the disk is full", ended);
            }
            if (cause instanceof UncheckedIOException local) {
                throw new FetchException(Kind.UNWRITABLE, String.valueOf(local.getCause()), ended);
            }
        }
        return ended.getCause() instanceof IOException remote ? remote : new IOException(ended.getCause());
    }
}

package dev.ingot.core.error;

import com.fasterxml.jackson.core.JacksonException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;

/** Tells the kind of a failure by what was thrown. */
public final class FailureKinds {
    private FailureKinds() {}

    /**
     * By the code of a diagnostic, wherever it is among the causes; otherwise what ran out, or what was not there; otherwise it
     * counts as a bug.
     */
    public static FailureKind of(Throwable failure) {
        List<Throwable> causes = RootCause.chain(failure);
        for (Throwable cause : causes) {
            if (cause instanceof IngotException told) {
                return FailureKind.of(told.diagnostic().code());
            }
        }
        if (causes.stream().anyMatch(FailureKinds::ranOut)) {
            return FailureKind.RESOURCE;
        }
        if (causes.stream().anyMatch(FailureKinds::isBroken)) {
            return FailureKind.DATA;
        }
        return causes.stream().anyMatch(FailureKinds::wasAway) ? FailureKind.TRANSIENT : FailureKind.BUG;
    }

    private static boolean ranOut(Throwable cause) {
        return cause instanceof OutOfMemoryError
                || String.valueOf(cause.getMessage()).contains("No space left on device");
    }

    private static boolean wasAway(Throwable cause) {
        return (cause instanceof IOException && !staysSo(cause))
                || cause instanceof TimeoutException
                || cause instanceof SQLTransientException;
    }

    /** What was read is not what it should be: cut off, or not in its format. */
    private static boolean isBroken(Throwable cause) {
        return cause instanceof EOFException
                || cause instanceof ZipException
                || cause instanceof CharacterCodingException
                || cause instanceof JacksonException;
    }

    /** What is not there or not allowed will be so the next time. */
    private static boolean staysSo(Throwable cause) {
        return cause instanceof FileNotFoundException
                || cause instanceof NoSuchFileException
                || cause instanceof AccessDeniedException;
    }
}

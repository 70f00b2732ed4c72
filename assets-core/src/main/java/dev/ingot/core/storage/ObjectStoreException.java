package dev.ingot.core.storage;

import dev.ingot.core.error.Diagnostic;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failure of a store whose cause is understood well enough to say what to do about it. */
public final class ObjectStoreException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    public ObjectStoreException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(diagnostic.text(), cause);
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}

package dev.ingot.core.error;

import org.jspecify.annotations.Nullable;

/** A failure that its user can understand and act on. Broken invariants are {@link IllegalStateException}s instead. */
public class IngotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    public IngotException(Diagnostic diagnostic) {
        this(diagnostic, null);
    }

    public IngotException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(diagnostic.text(), cause);
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}

package dev.ingot.core.error;

import org.jspecify.annotations.Nullable;

/** Where a project's own code defines what cannot be. */
public final class Definition {
    private static final String CORE = "dev.ingot.core.";

    private Definition() {}

    /** Class, file and line of the nearest caller outside of the core, such as {@code com.acme.Readings (Readings.java:24)}. */
    public static @Nullable String place() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(CORE))
                        .findFirst()
                        .map(frame ->
                                frame.getClassName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")"))
                .orElse(null);
    }
}

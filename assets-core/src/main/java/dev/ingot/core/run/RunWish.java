package dev.ingot.core.run;

import java.util.Locale;

/** What another process wants of a running run. */
public enum RunWish {
    /** To begin no new step, and to end when those that run have ended. */
    PAUSE,
    /** To stop, steps that run included. */
    CANCEL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunWish parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package dev.ingot.cli;

import java.util.Locale;

/** How runs are followed on standard error. */
public enum ProgressMode {
    /** Live on a terminal, otherwise {@link #PLAIN}. */
    AUTO,
    /** A line for each step that has ended. */
    PLAIN,
    /** A JSON object a line for each event. */
    JSON,
    /** Not at all. */
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

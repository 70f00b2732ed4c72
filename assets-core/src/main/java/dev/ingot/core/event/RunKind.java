package dev.ingot.core.event;

import java.util.Locale;

/** What kind of command a run is of. */
public enum RunKind {
    /** Brings what was chosen up to date. */
    MATERIALIZE,
    /** Goes over a range of partitions. */
    BACKFILL,
    /** Makes slices what they were. */
    ROLLBACK,
    /** Tidies up; materializes nothing. */
    MAINTAIN;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunKind parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package dev.ingot.core.staleness;

import java.util.Locale;

/** Why a slice is to be materialized. */
public enum ReasonKind {
    MISSING,
    SOURCE_CHANGED,
    UPSTREAM_CHANGED,
    CODE_CHANGED,
    /** Its last attempt failed. */
    FAILED,
    /** Its source no longer holds it. */
    REMOVED,
    FORCED;

    /** The form for people and JSON, such as {@code source changed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

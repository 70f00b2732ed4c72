package dev.ingot.core.plan;

/** Which of the chosen slices are planned, each by itself: never a union over assets or partitions. */
public enum Only {
    /** Those that are stale, for whatever reason. */
    STALE,
    /** Those that were never made. */
    MISSING,
    /** Those whose last attempt failed. */
    FAILED
}

package dev.ingot.core.plan;

/** What is run although it is fresh. */
public enum Force {
    NONE,
    /** The chosen slices, and no others. */
    CHOSEN,
    /** The chosen slices, and everything that depends on them as far as it is chosen by its partitions. */
    DOWNSTREAM
}

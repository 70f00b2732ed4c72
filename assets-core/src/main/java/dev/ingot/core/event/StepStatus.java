package dev.ingot.core.event;

import java.util.Locale;

/** How a step stands. All but PENDING and RUNNING are final. */
public enum StepStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    /** When its turn came its inputs turned out to be what they were: nothing to do. */
    UNCHANGED,
    /** A check did not pass. If it blocks, nothing was committed. */
    BLOCKED,
    FAILED,
    /** Something that it needs did not come about. */
    SKIPPED,
    CANCELLED;

    public boolean isFinal() {
        return this != PENDING && this != RUNNING;
    }

    /** Whether what depends on the step can run. */
    public boolean isGood() {
        return this == SUCCEEDED || this == UNCHANGED;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StepStatus parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package dev.ingot.core.simulation;

/** What happens in the middle of a run. */
enum Disturbance {
    NONE,
    /** Somebody pauses it, and resumes it. */
    PAUSE,
    /** Somebody cancels it, and tries it again. */
    CANCELLATION,
    /** Its process is killed, and the run resumed. */
    DEATH
}

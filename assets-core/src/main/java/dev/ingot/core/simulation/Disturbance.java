package dev.ingot.core.simulation;

/** What happens in the middle of a run. */
enum Disturbance {
    NONE,
    /** Somebody pauses it, and resumes it. */
    PAUSE,
    /** Somebody cancels it, and tries it again. */
    CANCELLATION,
    /** Its process is killed, and the run resumed. */
    DEATH,
    /** Its process stands still for so long that it loses its leases, and the run is resumed by another. */
    STANDSTILL,
    /** A process that stood still wakes up, and goes on as if nothing had happened. */
    AWAKENING
}

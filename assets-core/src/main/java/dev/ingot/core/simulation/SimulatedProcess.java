package dev.ingot.core.simulation;

import java.util.List;

/** The invented process that runs: after its death nothing that it says reaches anyone. */
final class SimulatedProcess {
    private boolean dead;
    private boolean awakened;

    /** Ends it without a word. */
    void kill() {
        dead = true;
    }

    /** One that stood still does this, while another has its place. */
    void awaken(List<Runnable> work) {
        awakened = true;
        work.forEach(Runnable::run);
        awakened = false;
    }

    /** Whether what happens now is done by one that stood still. */
    boolean isAwakened() {
        return awakened;
    }

    /** Another one takes its place. */
    void begin() {
        dead = false;
    }

    void checkAlive() {
        if (dead) {
            throw new Death();
        }
    }

    /** What the dead code runs into. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the process has been killed");
        }
    }
}

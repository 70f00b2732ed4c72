package dev.ingot.core.simulation;

/** The invented process that runs: after its death nothing that it says reaches anyone. */
final class SimulatedProcess {
    private boolean dead;

    /** Ends it without a word. */
    void kill() {
        dead = true;
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

package dev.ingot.app.crash;

import dev.ingot.app.ChildProcess;

/** A moment in the life of a process that somebody outside of it can meet, to kill it there. Set before the process starts. */
interface Trap extends AutoCloseable {
    /** 128 and the number of the signal. */
    int KILLED = 137;

    /** Waits for the moment; false if the process ended by itself before it came. */
    boolean springs(ChildProcess child) throws Exception;

    /** Does the harm. */
    default void strike(ChildProcess child) throws Exception {
        child.kill();
    }

    /** The exit status of a process that was struck. */
    default int status() {
        return KILLED;
    }

    @Override
    default void close() throws Exception {}

    /** So many milliseconds after the start. */
    static Trap after(long millis) {
        return child -> !child.endsWithin(millis);
    }
}

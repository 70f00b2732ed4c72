package dev.ingot.core.engine;

import dev.ingot.core.event.StepState;
import java.time.Duration;

/** Where steps run: in threads, or in the invented time of a simulation. One run uses it, from one thread. */
public interface Workers extends AutoCloseable {
    /** Begins the work of a step; it may end at once. */
    void start(StepState step, Runnable work);

    /** Returns when a work has ended since the last call, or somebody called {@link #wake}, or the time is up. */
    void await(Duration atMost) throws InterruptedException;

    /** Lets {@link #await} return. Any thread may call it. */
    void wake();

    /** Begins nothing more. */
    @Override
    void close();
}

package dev.ingot.core.engine.work;

import dev.ingot.core.event.StepState;
import java.time.Duration;

/**
 * Where steps run, and how time passes meanwhile: in threads, or in the invented time of a simulation. One run uses it, from one
 * thread, which is where everything that it has to do after a while is done, too.
 */
public interface Workers extends AutoCloseable {
    /** Begins the work of a step; it may end at once. How many run at once is the caller's matter. */
    void start(StepState step, Runnable work);

    /** Has {@link #await} do something once so much time has passed; what is due at the same time in the order of asking. */
    void after(Duration delay, Runnable action);

    /**
     * Returns when a work has ended since the last call, or somebody called {@link #wake}, or something was done that was due, or
     * the time is up.
     *
     * @return whether it was for one of these, and not for the time
     */
    boolean await(Duration atMost) throws InterruptedException;

    /** Lets {@link #await} return. Any thread may call it. */
    void wake();

    /**
     * Has something told to those who watch, apart from the run and its steps, which do not wait for it: one thing at a time, in the
     * order of the calls. Any thread may call it.
     */
    void tell(Runnable word);

    /** Returns when everything is told. */
    void settle();

    /** Begins nothing more, and waits for no work: what still runs is told by an interrupt. What was to be told is told first. */
    @Override
    void close();
}

package dev.ingot.core.engine;

import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;

/**
 * Watches a run, and may take its time: neither the run nor a step waits for it before the run is over. It is told one thing at a
 * time, in order, from a thread of its own. What it throws is logged and changes nothing.
 */
public interface RunListener {
    default void runStarted(Run run, List<StepState> steps) {}

    /** A step has a new status. */
    default void stepChanged(StepState step) {}

    /** A step tells what it is doing. */
    default void stepProgress(StepState step, String doing) {}

    /** A step tells how far it has come. */
    default void stepAdvanced(StepState step, Advance advance) {}

    /** An attempt at a step failed: with all that was thrown, before anything is made of it. */
    default void stepFailed(StepState step, Throwable failure) {}

    default void runFinished(RunReport report) {}
}

package dev.ingot.core.run;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepState;
import java.util.List;
import java.util.Optional;

/**
 * The record of runs, their steps and their events. Thread-safe.
 *
 * <p>One run writes at a time: {@link #begin} claims the right to, {@link RunSession#close} or the death of the process
 * gives it back. A run whose process died without finishing is shown as {@link dev.ingot.core.event.RunStatus#DIED} by
 * every reader from that moment on, however it is stored.
 *
 * <p>All methods throw {@link dev.ingot.core.error.IngotException} with code {@code unreachable-database} when the store
 * cannot be reached.
 */
public interface RunStore {
    /**
     * Records a run and its pending steps, and claims the right to write.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code lease-held}, naming the holder, while another live
     *     run holds it; nothing is recorded then
     */
    RunSession begin(Run run, List<StepState> steps);

    Optional<Run> find(RunId id);

    /** The newest runs, newest first. */
    List<Run> newest(int limit);

    /** The steps of a run in the order of its plan; empty for an unknown run. */
    List<StepState> steps(RunId id);

    /** The events of a run in the order in which they were recorded; empty for an unknown run. */
    List<RunEvent> events(RunId id);

    /** The right of one live run to write, and the way to tell what it does. */
    interface RunSession extends AutoCloseable {
        /**
         * Appends the event and brings the run's or step's state up to it, in one transaction. A final status of the run
         * is recorded once; later events, and events after {@link #close}, are refused with {@link IllegalStateException}.
         * Several threads may call it.
         */
        void record(RunEvent event);

        /** Gives the right back. A run that was not finished shows as died afterwards. Idempotent. */
        @Override
        void close();
    }
}

package dev.ingot.core.run;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;
import java.util.Optional;

/**
 * The record of runs, their steps and their events. Thread-safe.
 *
 * <p>Any number of runs live at once; what each may write is the matter of their {@link #leases}. A run lives from {@link
 * #begin} to {@link RunSession#close} or the death of its process. One whose process died without finishing is shown as {@link
 * dev.ingot.core.event.RunStatus#DIED} by every reader from that moment on, however it is stored.
 *
 * <p>All methods throw {@link dev.ingot.core.error.IngotException} with code {@code unreachable-database} when the store
 * cannot be reached.
 */
public interface RunStore {
    /**
     * Told by whoever is certain to use the store soon. It may begin to connect meanwhile, and returns at once; what fails then is told
     * when it is used.
     */
    default void getReady() {}

    /**
     * Records a run, its pending steps and its plan.
     *
     * @param plan the persisted form of what it is about to do, for whoever takes it up again; possibly empty
     */
    RunSession begin(Run run, List<StepState> steps, String plan);

    /** A run that nobody can take up again. */
    default RunSession begin(Run run, List<StepState> steps) {
        return begin(run, steps, "");
    }

    /**
     * Takes up a paused or dead run under its own id. Wishes of before are forgotten.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-argument} if the run is neither paused nor dead; with
     *     code {@code unknown-run} if there is none
     */
    RunSession resume(RunId id, String holder);

    /** The rights of the runs of this store to write. */
    LeaseStore leases();

    /** The persisted plan of a run; empty for an unknown run, and one that was begun without. */
    Optional<String> plan(RunId id);

    /**
     * Tells a running run what somebody wants of it; the later wish wins, but never over {@link RunWish#CANCEL}.
     *
     * @return whether the run is running; otherwise nothing was asked
     */
    boolean ask(RunId id, RunWish wish);

    /** The slices that steps of all runs failed on, in one query. */
    Failures failures();

    Optional<Run> find(RunId id);

    /** The newest runs, newest first. */
    List<Run> newest(int limit);

    /** The runs that are live, newest first. */
    default List<Run> live() {
        return newest(Integer.MAX_VALUE).stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .toList();
    }

    /** The steps of a run in the order of its plan; empty for an unknown run. */
    List<StepState> steps(RunId id);

    /** The events of a run in the order in which they were recorded; empty for an unknown run. */
    List<RunEvent> events(RunId id);

    /** The same without the first so many: what is new for somebody who knows those. */
    default List<RunEvent> events(RunId id, int known) {
        return events(id).stream().skip(known).toList();
    }

    /** The life of a run, and the way to tell what it does. As long as it is open, the leases of the run are renewed. */
    interface RunSession extends AutoCloseable {
        /**
         * Appends the event and brings the run's or step's state up to it, in one transaction. A final status of the run
         * is recorded once; later events, and events after {@link #close}, are refused with {@link IllegalStateException}.
         * Several threads may call it.
         */
        void record(RunEvent event);

        /** The same for several events in their order, of steps only: at once, and cheaper than one by one. */
        default void record(List<RunEvent> events) {
            events.forEach(this::record);
        }

        /** What another process wants of this run, if anything: cheap, but a round trip. */
        Optional<RunWish> wish();

        /** Remembers that a step failed on these slices; a later failure on one of them takes its place. */
        void failed(StepId step, AssetKey asset, PartitionSet slices);

        /** Ends it, and the run's leases with it. A run that was not finished shows as died afterwards. Idempotent. */
        @Override
        void close();
    }
}

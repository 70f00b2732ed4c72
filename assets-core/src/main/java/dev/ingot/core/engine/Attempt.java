package dev.ingot.core.engine;

import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.staleness.ProjectState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt of a step, from the moment at which it got its lease. Thread-safe. */
final class Attempt {
    private final PlanStep step;
    private final StepState begun;
    private final Grant.Granted granted;
    private final Optional<ProjectState> known;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable Thread thread;
    private volatile boolean over;
    private volatile boolean late;
    private volatile boolean worked;

    /** @param known the project when the lease was granted, if the step's intent was said then */
    Attempt(PlanStep step, StepState begun, Grant.Granted granted, Optional<ProjectState> known) {
        this.step = step;
        this.begun = begun;
        this.granted = granted;
        this.known = known;
    }

    PlanStep step() {
        return step;
    }

    /** The step's state while it runs. */
    StepState begun() {
        return begun;
    }

    Grant.Granted granted() {
        return granted;
    }

    /** The project when the lease was granted; without it, the step's intent is yet to be said. */
    Optional<ProjectState> known() {
        return known;
    }

    /** Tells it alone to stop. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** It took longer than its asset allows, and is told to stop. */
    void isLate() {
        late = true;
        cancellation.cancel();
    }

    boolean wasLate() {
        return late;
    }

    /** The asset has done its work; what is left is to record it. */
    void hasWorked() {
        worked = true;
    }

    boolean isAtWork() {
        return !worked;
    }

    /** Nobody waits for it any more, whatever it still does. */
    void giveUp() {
        over = true;
    }

    /** Whoever watches, told what it does as long as somebody waits for it. */
    RunListener watched(RunListener listener) {
        return new RunListener() {
            @Override
            public void stepProgress(StepState step, String doing) {
                if (!over) {
                    listener.stepProgress(step, doing);
                }
            }

            @Override
            public void stepAdvanced(StepState step, Advance advance) {
                if (!over) {
                    listener.stepAdvanced(step, advance);
                }
            }

            @Override
            public void stepFailed(StepState step, Throwable failure) {
                listener.stepFailed(step, failure);
            }
        };
    }

    /** Does the work in this thread, and lets it be interrupted meanwhile. */
    void inThread(Runnable work) {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                thread = null;
            }
        }
    }

    /** Wakes it from whatever it waits for, if it runs. */
    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}

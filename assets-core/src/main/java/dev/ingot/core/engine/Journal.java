package dev.ingot.core.engine;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens in a run, in the order in which it is recorded and told to whoever watches. Nobody waits for the events of steps
 * to be recorded: what has been committed is for the ledger to say. They are written together, by {@link #flush}. Not thread-safe.
 */
final class Journal {
    /** What is not recorded is not seen by others: a few dozen steps that do nothing. */
    private static final int MOST = 64;

    private final RunSession session;
    private final RunListener listener;
    private final Clock clock;
    private final RunBooks books;
    private final List<RunEvent> pending = new ArrayList<>();

    Journal(RunSession session, RunListener listener, Clock clock, List<StepState> steps) {
        this.session = session;
        this.listener = listener;
        this.clock = clock;
        this.books = new RunBooks(steps);
    }

    StepState state(PlanStep step) {
        return books.state(step.number());
    }

    /** Whether what needs the step can no longer run. */
    boolean isObstacle(PlanStep step) {
        return books.isObstacle(step.number());
    }

    Instant now() {
        return clock.instant();
    }

    void change(StepState state) {
        books.put(state);
        pending.add(RunEvent.ofStep(state.id().run(), now(), state));
        listener.stepChanged(state);
    }

    /** Whether so much has happened since the last {@link #flush} that it is time for the next one. */
    boolean isFull() {
        return pending.size() >= MOST;
    }

    /** Records what has happened since the last time. To be called before the thread of the run waits for anything. */
    void flush() {
        if (!pending.isEmpty()) {
            session.record(List.copyOf(pending));
            pending.clear();
        }
    }

    /** A step has come to its end without having run. */
    void end(PlanStep step, StepStatus status, String why) {
        change(state(step).finished(status, now(), why));
    }

    /** Notes how a step ended for good; its state is yet to be told by {@link #change}. */
    void note(StepOutcome outcome) {
        books.add(outcome);
        outcome.failed()
                .map(StepOutcome.Failed::attempted)
                .filter(slices -> !slices.isEmpty())
                .ifPresent(slices ->
                        session.failed(outcome.state().id(), outcome.step().asset(), slices));
    }

    /** The run is over, and nothing that has happened is left to {@link #flush}. */
    RunReport close(Run run) {
        RunReport report = books.report(run, now());
        session.record(RunEvent.ofRun(
                run.id(), now(), report.run().status(), report.run().message()));
        listener.runFinished(report);
        return report;
    }
}

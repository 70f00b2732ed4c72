package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.schedule.Schedule;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.LeaseErrors;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The steps of one run: begins what is ready and has its lease, waits for what ends, until nothing is left to wait for. */
final class StepLoop {
    /** How often a step that another run keeps from its slices, or a pool that is full, asks again. */
    private static final Duration TRY_AGAIN = Duration.ofMillis(250);

    /** What happens within this time is recorded together. */
    private static final Duration SOON = Duration.ofMillis(2);

    private final Engine.Request request;
    private final Ports ports;
    private final Workers workers;
    private final Attempts attempts;
    private final Schedule schedule;
    private final Journal journal;
    private final Aftermath aftermath;
    private final Cancellation cancellation;
    private final Wishes wishes;

    StepLoop(Run run, Workers workers, Attempts attempts) {
        this.request = run.request();
        this.ports = run.ports();
        this.workers = workers;
        this.attempts = attempts;
        this.schedule = run.schedule();
        this.journal = run.journal();
        this.aftermath = run.aftermath();
        this.cancellation = run.cancellation();
        this.wishes = new Wishes(ports.clock(), cancellation);
    }

    /** What there is of a run once it was prepared. */
    record Run(
            Engine.Request request,
            Ports ports,
            Schedule schedule,
            Journal journal,
            Aftermath aftermath,
            Cancellation cancellation) {}

    void run(RunSession session) {
        // Wakes the loop up, so that it notices.
        cancellation.onCancel(workers::wake);
        try {
            while (goesOn()) {
                recordAndAwait();
                wishes.heed(session);
                for (Optional<StepOutcome> one = attempts.poll(); one.isPresent(); one = attempts.poll()) {
                    finish(one.get());
                }
            }
        } catch (RuntimeException | Error lost) {
            abort();
            throw lost;
        }
    }

    /** What happens can no longer be recorded: nothing may go on, and the leases are ours until it has stopped. */
    private void abort() {
        cancellation.cancel();
        attempts.stopping();
        while (attempts.running() > 0) {
            await(Wishes.LOOK);
            while (attempts.poll().isPresent()) {
                // Nobody can be told.
            }
        }
    }

    /** What happens at once goes before the record of what has happened, up to a bound. */
    private void recordAndAwait() {
        if (journal.isFull() || !await(SOON)) {
            journal.flush();
            await(Wishes.LOOK);
        }
    }

    private boolean await(Duration atMost) {
        try {
            return workers.await(atMost);
        } catch (InterruptedException e) {
            cancellation.cancel();
            return true;
        }
    }

    /** Begins what can; whether there is something to wait for. */
    private boolean goesOn() {
        stopIfCancelled();
        for (Optional<PlanStep> next = next(); next.isPresent(); next = next()) {
            begin(next.get());
        }
        return attempts.running() > 0 || (schedule.isWaiting() && !wishes.isPaused());
    }

    /**
     * What may begin. Only so many steps may work at once; the place of one whose work is being recorded goes to the next already, if
     * that would be its turn anyway.
     */
    private Optional<PlanStep> next() {
        if (wishes.isPaused()) {
            return Optional.empty();
        }
        int most = request.parallelism();
        int running = attempts.running();
        if (running < most) {
            return schedule.next();
        }
        List<PlanStep> ending = attempts.ending();
        boolean room = running - ending.size() < most && running < 2 * most;
        return room ? schedule.next(ending) : Optional.empty();
    }

    private void stopIfCancelled() {
        if (cancellation.isCancelled()) {
            aftermath.abandon();
            attempts.stopping();
        }
    }

    private void begin(PlanStep step) {
        Asset asset = request.graph().asset(step.asset());
        StepState state = journal.state(step);
        RunState.Begun answer = attempts.ask(new LeaseRequest(
                state.id(), step.asset(), leased(step), ports.limits().pools().of(asset)));
        Grant grant = answer.grant();
        if (grant instanceof Grant.Granted granted) {
            StepState begun = state.started(journal.now());
            journal.change(begun);
            attempts.start(
                    new Attempt(step, begun, granted, answer.state()),
                    asset.spec().policy().timeout(),
                    cancellation);
        } else if (grant instanceof Grant.PoolFull full) {
            schedule.full(full.pool(), step);
            workers.after(TRY_AGAIN, schedule::reopen);
            // A place is about to be free where one of ours ends.
            if (attempts.ending().isEmpty()) {
                waits(state, "waits for a place in the pool " + full.pool());
            }
        } else if (grant instanceof Grant.Held held) {
            isHeld(step, held);
        }
    }

    /** A step whose source tells the partitions may write to any of them. */
    private static PartitionSet leased(PlanStep step) {
        return step.scope().discover() ? PartitionSet.whole() : step.scope().partitions();
    }

    private void isHeld(PlanStep step, Grant.Held held) {
        if (request.waits()) {
            schedule.postpone(step);
            workers.after(TRY_AGAIN, () -> schedule.again(step));
            waits(journal.state(step), "waits for " + held.holder());
        } else {
            StepOutcome.Failed failed =
                    new StepOutcome.Failed(LeaseErrors.held(held), FailureKind.BUG, PartitionSet.empty());
            StepState begun = journal.state(step).started(journal.now());
            aftermath.conclude(StepOutcome.failed(step, begun, journal.now(), failed));
        }
    }

    /** Told once, not each time that it asks. */
    private void waits(StepState state, String why) {
        StepState waiting = state.waiting(why);
        if (!waiting.message().equals(state.message())) {
            journal.change(waiting);
        }
    }

    private void finish(StepOutcome outcome) {
        schedule.reopen();
        // First: what waits for a step that was told to stop was cancelled itself, not skipped.
        stopIfCancelled();
        if (cancellation.isCancelled() || !aftermath.triedAgain(outcome, workers)) {
            aftermath.conclude(outcome);
        }
    }
}

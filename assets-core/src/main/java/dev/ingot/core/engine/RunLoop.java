package dev.ingot.core.engine;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.LeaseErrors;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.log.LogContext;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One run: starts what is ready, waits for what ends, and decides what that means for the rest. */
final class RunLoop {
    /** How often a step that another run keeps from its slices asks again. */
    private static final Duration TRY_AGAIN = Duration.ofMillis(250);

    private final Engine.Request request;
    private final Ports ports;
    private final StepRunner runner;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final Clock clock;
    private final Wishes wishes;
    private final Queue<StepOutcome> outcomes = new ConcurrentLinkedQueue<>();

    private RunBooks books = new RunBooks(List.of());
    private Schedule schedule = new Schedule(List.of());
    private int running;

    RunLoop(Engine.Request request, Ports ports, RunListener listener, Cancellation cancellation) {
        this.request = request;
        this.ports = ports;
        this.runner = new StepRunner(request.graph(), ports);
        this.listener = listener;
        this.cancellation = cancellation;
        this.clock = ports.clock();
        this.wishes = new Wishes(clock, cancellation);
    }

    RunReport run() {
        RunId id = RunId.create(clock);
        Run run = Run.begun(id, request.origin(), clock.instant());
        List<StepState> steps = request.plan().steps().stream()
                .map(step -> StepState.pending(
                        new StepId(id, step.number()),
                        step.asset(),
                        step.scope().text(),
                        step.why(),
                        step.expected()))
                .toList();
        try (RunSession session = ports.runs().begin(run, steps, request.text())) {
            listener.runStarted(run, steps);
            try {
                prepare(id);
            } catch (RuntimeException failure) {
                couldNotBegin(session, run, failure);
                throw failure;
            }
            return work(session, run, steps);
        }
    }

    /** Goes on with the steps that have not come to an end. What fails before they begin leaves the run to be resumed again. */
    RunReport resume(RunId id) {
        try (RunSession session = ports.runs().resume(id, request.origin().holder())) {
            Run run = ports.runs().find(id).orElseThrow(() -> RunErrors.unknown(id.text(), List.of()));
            List<StepState> steps = new ArrayList<>(ports.runs().steps(id));
            steps.replaceAll(state -> reopened(session, state));
            listener.runStarted(run, List.copyOf(steps));
            prepare(id);
            return work(session, run, steps);
        }
    }

    private StepState reopened(RunSession session, StepState state) {
        if (state.status() != StepStatus.RUNNING && state.status() != StepStatus.CANCELLED) {
            return state;
        }
        StepState pending = state.reset();
        session.record(RunEvent.ofStep(state.id().run(), clock.instant(), pending));
        return pending;
    }

    /** Takes over what dead runs left. */
    private void prepare(RunId own) {
        new Recovery(request.graph(), ports).before(own);
        runner.refresh();
    }

    private void couldNotBegin(RunSession session, Run run, RuntimeException failure) {
        try {
            session.record(RunEvent.ofRun(run.id(), clock.instant(), RunStatus.FAILED, "it could not begin"));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private RunReport work(RunSession session, Run run, List<StepState> steps) {
        books = new RunBooks(steps);
        List<PlanStep> left = request.plan().steps().stream()
                .filter(step -> !books.state(step.number()).status().isGood())
                .toList();
        schedule = new Schedule(left);
        // A run that died may not have come to take along what needs a failed step.
        left.stream()
                .filter(step -> books.state(step.number()).status().isFinal())
                .forEach(step -> takeAlong(session, step));
        runSteps(session);
        RunReport report = books.report(run, clock.instant());
        session.record(RunEvent.ofRun(
                run.id(), clock.instant(), report.run().status(), report.run().message()));
        listener.runFinished(report);
        return report;
    }

    private void runSteps(RunSession session) {
        try (Workers workers = ports.workers().apply(request.parallelism())) {
            // Wakes the loop up, so that it notices.
            cancellation.onCancel(workers::wake);
            try {
                while (goesOn(session, workers)) {
                    await(workers);
                    wishes.heed(session);
                    for (StepOutcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
                        finish(session, outcome);
                    }
                }
            } catch (RuntimeException | Error lost) {
                abort(workers);
                throw lost;
            }
        }
    }

    /** What happens can no longer be recorded: nothing may go on, and the leases are ours until it has stopped. */
    private void abort(Workers workers) {
        cancellation.cancel();
        while (running > 0) {
            await(workers);
            for (StepOutcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
                running--;
            }
        }
    }

    private void await(Workers workers) {
        try {
            workers.await(schedule.isWaiting() ? TRY_AGAIN : Wishes.LOOK);
        } catch (InterruptedException e) {
            cancellation.cancel();
        }
    }

    /** Begins what can; whether something runs now. */
    private boolean goesOn(RunSession session, Workers workers) {
        abandonIfCancelled(session);
        schedule.again();
        while (!wishes.isPaused() && running < request.parallelism()) {
            Optional<PlanStep> next = schedule.next();
            if (next.isEmpty()) {
                break;
            }
            start(session, workers, next.get());
        }
        return running > 0 || (schedule.isWaiting() && !wishes.isPaused());
    }

    private void abandonIfCancelled(RunSession session) {
        if (cancellation.isCancelled()) {
            schedule.abandon().forEach(step -> change(session, ended(step, StepStatus.CANCELLED, "")));
        }
    }

    private void start(RunSession session, Workers workers, PlanStep step) {
        StepState state = books.state(step.number());
        Grant grant = ports.leases().acquire(LeaseRequest.of(state.id(), step.asset(), leased(step)));
        if (grant instanceof Grant.Granted granted) {
            StepState started = state.started(clock.instant());
            change(session, started);
            running++;
            workers.start(
                    started,
                    () -> outcomes.add(LogContext.in(
                            started.id(), () -> runner.run(step, started, granted, cancellation, listener))));
        } else if (grant instanceof Grant.Held held && !request.waits()) {
            conclude(session, refused(step, state, held));
        } else {
            schedule.postpone(step);
            waits(session, state, grant);
        }
    }

    /** A step whose source tells the partitions may write to any of them. */
    private static PartitionSet leased(PlanStep step) {
        return step.scope().discover() ? PartitionSet.whole() : step.scope().partitions();
    }

    private StepOutcome refused(PlanStep step, StepState state, Grant.Held held) {
        IngotException failure = LeaseErrors.held(held);
        Instant now = clock.instant();
        String why = failure.diagnostic().text();
        return StepOutcome.failed(
                step,
                state.started(now).finished(StepStatus.FAILED, now, why),
                failure,
                List.of(),
                PartitionSet.empty());
    }

    /** Told once, not each time that it asks. */
    private void waits(RunSession session, StepState state, Grant grant) {
        StepState waiting = state.waiting(
                grant instanceof Grant.Held held ? "waits for " + held.holder() : "waits for a place in a pool");
        if (!waiting.message().equals(state.message())) {
            change(session, waiting);
        }
    }

    private void finish(RunSession session, StepOutcome outcome) {
        running--;
        conclude(session, outcome);
    }

    private void conclude(RunSession session, StepOutcome outcome) {
        // First: what waits for a step that was told to stop was cancelled itself, not skipped.
        abandonIfCancelled(session);
        books.add(outcome);
        if (!outcome.attempted().isEmpty()) {
            session.failed(outcome.state().id(), outcome.step().asset(), outcome.attempted());
        }
        // What a failed check keeps from running is told first: it could not be found out once the process is gone.
        boolean gated = outcome.state().status() == StepStatus.BLOCKED;
        if (gated) {
            takeAlong(session, outcome.step());
        }
        change(session, outcome.state());
        if (!gated) {
            takeAlong(session, outcome.step());
        }
    }

    /** Ends all that will never run because this step came to what it did. */
    private void takeAlong(RunSession session, PlanStep first) {
        Deque<PlanStep> ended = new ArrayDeque<>(List.of(first));
        while (!ended.isEmpty()) {
            PlanStep step = ended.remove();
            String why =
                    step.asset() + " " + books.state(step.number()).status().text();
            for (PlanStep taken : schedule.end(step, books.isObstacle(step.number()))) {
                change(session, ended(taken, StepStatus.SKIPPED, why));
                ended.add(taken);
            }
        }
    }

    private StepState ended(PlanStep step, StepStatus status, String why) {
        return books.state(step.number()).finished(status, clock.instant(), why);
    }

    private void change(RunSession session, StepState state) {
        books.put(state);
        session.record(RunEvent.ofStep(state.id().run(), clock.instant(), state));
        listener.stepChanged(state);
    }
}

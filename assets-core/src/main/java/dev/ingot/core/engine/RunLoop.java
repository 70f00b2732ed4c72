package dev.ingot.core.engine;

import dev.ingot.core.engine.schedule.Schedule;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** One run, from its begin to its report. */
final class RunLoop {
    private final Engine.Request request;
    private final Ports ports;
    private final Workers workers;
    private final StepRunner runner;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final Clock clock;

    RunLoop(Engine.Request request, Ports ports, Workers workers, RunListener listener, Cancellation cancellation) {
        this.request = request;
        this.ports = ports;
        this.workers = workers;
        this.runner = new StepRunner(request.graph(), ports);
        this.listener = listener;
        this.cancellation = cancellation;
        this.clock = ports.clock();
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
        boolean asItWas = state.status() == StepStatus.PENDING && state.attempt() == 0;
        if (asItWas || (state.status().isFinal() && state.status() != StepStatus.CANCELLED)) {
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
        Journal journal = new Journal(session, listener, clock, steps);
        List<PlanStep> left = request.plan().steps().stream()
                .filter(step -> !journal.state(step).status().isGood())
                .toList();
        Schedule schedule = new Schedule(
                left,
                step -> ports.limits()
                        .pools()
                        .of(request.graph().asset(step.asset()))
                        .keySet());
        Aftermath aftermath =
                new Aftermath(request.graph(), schedule, journal, ports.limits().chance());
        // A run that died may not have come to take along what needs a failed step.
        left.stream().filter(step -> journal.state(step).status().isFinal()).forEach(aftermath::takeAlong);
        Attempts attempts = new Attempts(ports.leases(), runner, listener, workers);
        new StepLoop(new StepLoop.Run(request, ports, schedule, journal, aftermath, cancellation), workers, attempts)
                .run(session);
        journal.flush();
        // Whoever reads the logs of a run that has ended finds them whole.
        workers.settle();
        return journal.close(run);
    }
}

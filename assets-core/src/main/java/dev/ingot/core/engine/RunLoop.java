package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** One run: starts what is ready, waits for what ends, and decides what that means for the rest. */
final class RunLoop {
    private final Engine.Request request;
    private final Ports ports;
    private final StepRunner runner;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final Clock clock;

    private final Map<Integer, PlanStep> plan = new LinkedHashMap<>();
    private final Map<Integer, StepState> states = new LinkedHashMap<>();
    private final Set<Integer> running = new TreeSet<>();
    private final Set<Integer> blocking = new TreeSet<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<StepFailure> failures = new ArrayList<>();
    private final BlockingQueue<StepOutcome> outcomes = new LinkedBlockingQueue<>();

    RunLoop(Engine.Request request, Ports ports, RunListener listener, Cancellation cancellation) {
        this.request = request;
        this.ports = ports;
        this.runner = new StepRunner(request.graph(), ports);
        this.listener = listener;
        this.cancellation = cancellation;
        this.clock = ports.clock();
    }

    RunReport run() {
        RunId id = RunId.create(clock);
        for (PlanStep step : request.plan().steps()) {
            plan.put(step.number(), step);
            StepId stepId = new StepId(id, step.number());
            states.put(
                    step.number(),
                    StepState.pending(stepId, step.asset(), step.scope().text(), step.why(), step.expected()));
        }
        Run run = Run.begun(id, request.command(), request.holder(), clock.instant());
        try (RunSession session = ports.runs().begin(run, List.copyOf(states.values()))) {
            listener.runStarted(run, List.copyOf(states.values()));
            prepare(session, run);
            runSteps(session);
            RunReport report = report(run);
            session.record(RunEvent.ofRun(
                    id, clock.instant(), report.run().status(), report.run().message()));
            listener.runFinished(report);
            return report;
        }
    }

    /** Takes over what dead runs left; only now, for until the right to write was ours another run could come and die. */
    private void prepare(RunSession session, Run run) {
        try {
            new Recovery(request.graph(), ports).run();
            runner.refresh();
        } catch (RuntimeException failure) {
            try {
                session.record(RunEvent.ofRun(run.id(), clock.instant(), RunStatus.FAILED, "it could not begin"));
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    private void runSteps(RunSession session) {
        ExecutorService threads = Executors.newFixedThreadPool(request.parallelism(), work -> {
            Thread thread = new Thread(work, "ingot-step");
            thread.setDaemon(true);
            return thread;
        });
        // Wakes the loop up, so that it notices.
        cancellation.onCancel(() -> outcomes.add(StepOutcome.wake()));
        try {
            while (true) {
                settleWaiting(session);
                start(session, threads);
                if (running.isEmpty()) {
                    return;
                }
                finish(session, take());
            }
        } catch (RuntimeException | Error lost) {
            // What happens can no longer be recorded: nothing may go on, and the right to write is ours until it has
            // stopped.
            cancellation.cancel();
            while (!running.isEmpty()) {
                take().step().ifPresent(state -> running.remove(state.id().number()));
            }
            throw lost;
        } finally {
            threads.shutdownNow();
        }
    }

    private StepOutcome take() {
        try {
            return outcomes.take();
        } catch (InterruptedException e) {
            cancellation.cancel();
            return StepOutcome.wake();
        }
    }

    /** Gives a final status to every waiting step that can no longer run. */
    private void settleWaiting(RunSession session) {
        for (PlanStep step : plan.values()) {
            if (state(step.number()).status() != StepStatus.PENDING) {
                continue;
            }
            if (cancellation.isCancelled()) {
                change(session, state(step.number()).finished(StepStatus.CANCELLED, clock.instant(), ""));
                continue;
            }
            step.after().stream().sorted().filter(this::isObstacle).findFirst().ifPresent(obstacle -> {
                String why =
                        state(obstacle).asset() + " " + state(obstacle).status().text();
                change(session, state(step.number()).finished(StepStatus.SKIPPED, clock.instant(), why));
            });
        }
    }

    private boolean isObstacle(int upstream) {
        StepStatus status = state(upstream).status();
        return status.isFinal() && !status.isGood() && (status != StepStatus.BLOCKED || blocking.contains(upstream));
    }

    private void start(RunSession session, ExecutorService threads) {
        for (PlanStep step : plan.values()) {
            if (running.size() >= request.parallelism()) {
                return;
            }
            StepState state = state(step.number());
            if (state.status() == StepStatus.PENDING && step.after().stream().allMatch(this::isDone)) {
                StepState started = state.started(clock.instant());
                change(session, started);
                threads.execute(() -> outcomes.add(runner.run(step, started, cancellation, listener)));
                running.add(step.number());
            }
        }
    }

    private StepState state(int number) {
        return Objects.requireNonNull(states.get(number));
    }

    private boolean isDone(int upstream) {
        return state(upstream).status().isFinal();
    }

    private void finish(RunSession session, StepOutcome outcome) {
        outcome.step().ifPresent(state -> {
            running.remove(state.id().number());
            checks.addAll(
                    outcome.checks().stream().filter(check -> !check.passed()).toList());
            outcome.failure().ifPresent(failure -> failures.add(new StepFailure(state.asset(), failure)));
            if (outcome.checks().stream().anyMatch(CheckResult::blocks)) {
                blocking.add(state.id().number());
            }
            change(session, state);
        });
    }

    private void change(RunSession session, StepState state) {
        states.put(state.id().number(), state);
        session.record(RunEvent.ofStep(state.id().run(), clock.instant(), state));
        listener.stepChanged(state);
    }

    private RunReport report(Run run) {
        RunStatus status = status();
        List<ExitCode> exits = new ArrayList<>(List.of(status.exit()));
        failures.stream()
                .map(failure -> exit(failure.failure().diagnostic().code()))
                .forEach(exits::add);
        Run finished = run.finished(status, clock.instant(), message(status));
        return new RunReport(finished, List.copyOf(states.values()), checks, failures, ExitCode.strongest(exits));
    }

    /** A failure inside a run is never the user's way of asking: only the code of its kind is kept. */
    private static ExitCode exit(ErrorCode code) {
        return code.exit() == ExitCode.USAGE ? ExitCode.FAILED : code.exit();
    }

    private RunStatus status() {
        if (any(StepStatus.CANCELLED)) {
            return RunStatus.CANCELLED;
        }
        boolean onlyData = failures.stream()
                .allMatch(failure -> failure.failure().diagnostic().code().exit() == ExitCode.BLOCKED);
        if (any(StepStatus.FAILED) && !onlyData) {
            return RunStatus.FAILED;
        }
        return any(StepStatus.FAILED) || any(StepStatus.BLOCKED) ? RunStatus.BLOCKED : RunStatus.SUCCEEDED;
    }

    private boolean any(StepStatus status) {
        return states.values().stream().anyMatch(state -> state.status() == status);
    }

    private String message(RunStatus status) {
        long good = states.values().stream()
                .filter(state -> state.status().isGood())
                .count();
        return good + " of " + states.size() + " steps done"
                + (status == RunStatus.SUCCEEDED ? "" : ", " + status.text());
    }
}

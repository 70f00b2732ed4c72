package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the steps of a run stand, what they ran into, and what that makes of the run. Not thread-safe. */
final class RunBooks {
    private final SortedMap<Integer, StepState> states = new TreeMap<>();
    private final Set<Integer> blocking = new HashSet<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<StepFailure> failures = new ArrayList<>();

    RunBooks(List<StepState> steps) {
        steps.forEach(this::put);
    }

    void put(StepState state) {
        states.put(state.id().number(), state);
    }

    StepState state(int number) {
        return Objects.requireNonNull(states.get(number));
    }

    List<StepState> states() {
        return List.copyOf(states.values());
    }

    void add(StepOutcome outcome) {
        put(outcome.state());
        outcome.checks().stream().filter(check -> !check.passed()).forEach(checks::add);
        outcome.failed()
                .ifPresent(failed -> failures.add(new StepFailure(outcome.step().asset(), failed.failure())));
        if (outcome.failed().isPresent() || outcome.checks().stream().anyMatch(CheckResult::blocks)) {
            blocking.add(outcome.step().number());
        }
    }

    /** Whether what needs the step can no longer run. */
    boolean isObstacle(int number) {
        StepStatus status = state(number).status();
        return status.isFinal() && !status.isGood() && (status != StepStatus.BLOCKED || blocking.contains(number));
    }

    RunReport report(Run run, Instant now) {
        RunStatus status = status();
        List<ExitCode> exits = new ArrayList<>(List.of(status.exit()));
        failures.stream()
                .map(failure -> exit(failure.failure().diagnostic().code()))
                .forEach(exits::add);
        Run finished = run.finished(status, now, message(status));
        return new RunReport(finished, states(), checks, failures, ExitCode.strongest(exits));
    }

    /** A failure inside a run is never the user's way of asking: only the code of its kind is kept. */
    private static ExitCode exit(ErrorCode code) {
        return code.exit() == ExitCode.USAGE ? ExitCode.FAILED : code.exit();
    }

    private RunStatus status() {
        if (any(StepStatus.CANCELLED)) {
            return RunStatus.CANCELLED;
        }
        if (any(StepStatus.PENDING)) {
            return RunStatus.PAUSED;
        }
        if (any(StepStatus.FAILED)) {
            return RunStatus.FAILED;
        }
        if (any(StepStatus.BLOCKED)) {
            return RunStatus.BLOCKED;
        }
        return any(StepStatus.SKIPPED) ? RunStatus.FAILED : RunStatus.SUCCEEDED;
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

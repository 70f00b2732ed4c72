package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import java.util.List;

/**
 * How a run ended.
 *
 * @param run the run, with its final status
 * @param steps its steps, in order, with theirs
 * @param checks the checks that did not pass
 * @param failures why steps failed
 * @param exit the exit code that all this deserves
 */
public record RunReport(
        Run run, List<StepState> steps, List<CheckResult> checks, List<StepFailure> failures, ExitCode exit) {
    public RunReport {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        failures = List.copyOf(failures);
    }

    public long count(StepStatus status) {
        return steps.stream().filter(step -> step.status() == status).count();
    }

    public long rows() {
        return steps.stream().mapToLong(StepState::rows).sum();
    }

    public long rejected() {
        return steps.stream().mapToLong(StepState::rejected).sum();
    }
}

package dev.ingot.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of state, as it is stored and told: of a step when there is one, otherwise of the run.
 *
 * @param run the run
 * @param at when it happened
 * @param status the run's status after it
 * @param step the step's state after it, if a step changed
 * @param message what to tell people, possibly empty
 */
public record RunEvent(RunId run, Instant at, RunStatus status, Optional<StepState> step, String message) {
    public static RunEvent ofRun(RunId run, Instant at, RunStatus status, String message) {
        return new RunEvent(run, at, status, Optional.empty(), message);
    }

    public static RunEvent ofStep(RunId run, Instant at, StepState step) {
        return new RunEvent(run, at, RunStatus.RUNNING, Optional.of(step), step.message());
    }
}

package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt of a step ended.
 *
 * @param step the step
 * @param state its state after it, final unless it is tried again
 * @param checks how its checks came out
 * @param failed what it ran into, if it did
 */
record StepOutcome(PlanStep step, StepState state, List<CheckResult> checks, Optional<Failed> failed) {
    /**
     * What an attempt ran into.
     *
     * @param failure told to people
     * @param kind whether it is worth another attempt
     * @param attempted the slices that it failed on
     */
    record Failed(IngotException failure, FailureKind kind, PartitionSet attempted) {}

    static StepOutcome done(PlanStep step, StepState state, List<CheckResult> checks) {
        return new StepOutcome(step, state, checks, Optional.empty());
    }

    static StepOutcome cancelled(PlanStep step, StepState begun, Instant at) {
        return done(step, begun.finished(StepStatus.CANCELLED, at, ""), List.of());
    }

    static StepOutcome failed(PlanStep step, StepState begun, Instant at, Failed failed) {
        String why = failed.failure().diagnostic().text();
        return new StepOutcome(step, begun.finished(StepStatus.FAILED, at, why), List.of(), Optional.of(failed));
    }
}

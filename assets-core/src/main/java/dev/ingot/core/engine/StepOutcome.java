package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import java.util.List;
import java.util.Optional;

/**
 * What a step's thread hands back.
 *
 * @param step the step
 * @param state its final state
 * @param checks how its checks came out
 * @param failure why it failed, if it did
 * @param attempted the slices that it failed on
 */
record StepOutcome(
        PlanStep step,
        StepState state,
        List<CheckResult> checks,
        Optional<IngotException> failure,
        PartitionSet attempted) {
    static StepOutcome done(PlanStep step, StepState state, List<CheckResult> checks) {
        return new StepOutcome(step, state, checks, Optional.empty(), PartitionSet.empty());
    }

    static StepOutcome failed(
            PlanStep step, StepState state, IngotException failure, List<CheckResult> checks, PartitionSet attempted) {
        return new StepOutcome(step, state, checks, Optional.of(failure), attempted);
    }
}

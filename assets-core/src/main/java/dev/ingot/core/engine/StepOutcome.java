package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepState;
import java.util.List;
import java.util.Optional;

/**
 * What a step's thread hands back.
 *
 * @param step the step's final state; empty for a mere wake-up
 * @param checks how its checks came out
 * @param failure why it failed, if it did
 */
record StepOutcome(Optional<StepState> step, List<CheckResult> checks, Optional<IngotException> failure) {
    static StepOutcome wake() {
        return new StepOutcome(Optional.empty(), List.of(), Optional.empty());
    }

    static StepOutcome done(StepState step, List<CheckResult> checks) {
        return new StepOutcome(Optional.of(step), checks, Optional.empty());
    }

    static StepOutcome failed(StepState step, IngotException failure) {
        return new StepOutcome(Optional.of(step), List.of(), Optional.of(failure));
    }
}

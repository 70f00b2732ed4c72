package dev.ingot.core.engine.executor;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.ledger.Materialization;
import java.util.List;

/**
 * What a step did.
 *
 * @param materialization what was committed
 * @param checks how its checks came out
 */
public record StepResult(Materialization materialization, List<CheckResult> checks) {
    public StepResult {
        checks = List.copyOf(checks);
    }

    public static StepResult of(Materialization materialization) {
        return new StepResult(materialization, List.of());
    }
}

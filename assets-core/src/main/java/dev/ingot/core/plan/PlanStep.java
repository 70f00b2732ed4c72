package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.Expected;
import java.util.List;
import java.util.Set;

/**
 * One asset and one set of its slices, to be materialized together.
 *
 * @param number its place in the plan, from 1; the number of its step id
 * @param asset which asset
 * @param scope which of its slices; they are looked at again when the step's turn comes
 * @param reasons why, each once, with the slices of which it is true
 * @param batch its place among the steps of the same asset
 * @param after the numbers of the steps of this plan that it waits for
 * @param expected what it is likely to write and to take
 * @param forced whether it runs although nothing has changed
 */
public record PlanStep(
        int number,
        AssetKey asset,
        StepScope scope,
        List<PlannedReason> reasons,
        Batch batch,
        Set<Integer> after,
        Expected expected,
        boolean forced) {
    public PlanStep {
        reasons = List.copyOf(reasons);
        after = Set.copyOf(after);
    }

    /** The reasons in one line for people. */
    public String why() {
        return String.join(
                "; ",
                reasons.stream().map(planned -> planned.reason().toString()).toList());
    }
}

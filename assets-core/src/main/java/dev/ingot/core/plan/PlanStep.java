package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.staleness.Reason;
import java.util.List;
import java.util.Set;

/**
 * One asset and one set of its slices, to be materialized.
 *
 * @param asset which asset
 * @param scope which of its slices; they are looked at again when the step's turn comes
 * @param reasons why, each once
 * @param after the assets of this plan that it waits for
 * @param rowsBefore the good rows that these slices have now, by the ledger: what to expect
 * @param forced whether it runs although nothing has changed
 */
public record PlanStep(
        AssetKey asset, StepScope scope, List<Reason> reasons, Set<AssetKey> after, long rowsBefore, boolean forced) {
    public PlanStep {
        reasons = List.copyOf(reasons);
        after = Set.copyOf(after);
    }

    /** The reasons in one line for people. */
    public String why() {
        return String.join("; ", reasons.stream().map(Reason::toString).toList());
    }
}

package dev.ingot.core.plan;

import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import java.util.Optional;

/**
 * What somebody wants to have up to date.
 *
 * @param selection which assets; empty for all, whatever is stale among them
 * @param partitions which partitions of those that are partitioned
 * @param force whether to run what is fresh too
 */
public record PlanRequest(Optional<Selection> selection, PartitionFilter partitions, boolean force) {
    public static PlanRequest everything() {
        return new PlanRequest(Optional.empty(), PartitionFilter.everything(), false);
    }

    public static PlanRequest of(String selection) {
        return new PlanRequest(Optional.of(Selection.parse(selection)), PartitionFilter.everything(), false);
    }

    public PlanRequest forced() {
        return new PlanRequest(selection, partitions, true);
    }
}

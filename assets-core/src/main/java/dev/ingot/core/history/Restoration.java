package dev.ingot.core.history;

import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;

/**
 * What slices of an asset are to become again.
 *
 * @param tableVersion the version of the table that they are taken from
 * @param codeVersion the code that had made them
 * @param slices the slices as they were
 * @param removed slices that did not exist then
 * @param everything whether all rows of the table are replaced, whatever slice they are in; its step holds the lease of the whole
 */
public record Restoration(
        long tableVersion, String codeVersion, List<Slice> slices, PartitionSet removed, boolean everything) {
    public Restoration {
        slices = List.copyOf(slices);
    }

    /** Whether somebody who committed this has changed something that is to be replaced. */
    boolean isTouchedBy(Materialization done) {
        PartitionSet written = PartitionSet.of(
                        done.slices().stream().map(Slice::partition).toList())
                .union(done.removed());
        return everything || !written.intersect(partitions()).isEmpty();
    }

    /** All slices that it is about. */
    public PartitionSet partitions() {
        return PartitionSet.of(slices.stream().map(Slice::partition).toList()).union(removed);
    }
}

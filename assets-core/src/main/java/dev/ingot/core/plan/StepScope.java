package dev.ingot.core.plan;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.selection.PartitionFilter;

/**
 * Which slices a step is about.
 *
 * @param partitions the slices, as far as they are known
 * @param discover whether the source is read and tells the partitions; {@code partitions} is then what is known of them
 *     beforehand, and those that the source no longer holds disappear
 * @param within which partitions are wanted of those that the source holds; all of them unless somebody asked for a range
 */
public record StepScope(PartitionSet partitions, boolean discover, PartitionFilter within) {
    public static StepScope of(PartitionSet partitions) {
        return new StepScope(partitions, false, PartitionFilter.everything());
    }

    public static StepScope discovering(PartitionSet known) {
        return new StepScope(known, true, PartitionFilter.everything());
    }

    /** Those that the source holds, and no others than these. An executor that discovers more does no harm. */
    public static StepScope discovering(PartitionSet known, PartitionFilter within) {
        return new StepScope(known.filter(within::contains), true, within);
    }

    /** Whether the step is about this slice, be it known beforehand or not. */
    public boolean contains(PartitionKey partition) {
        return discover ? within.contains(partition) : partitions.contains(partition);
    }

    /** Whether all partitions are known afterwards: the whole slice, which says so, is written then and only then. */
    public boolean discoversAll() {
        return discover && within.isEverything();
    }

    public boolean isEmpty() {
        return !discover && partitions.isEmpty();
    }

    /** The short form for people; empty for an unpartitioned asset. */
    public String text() {
        if (discover) {
            return (within.isEverything() ? "all" : within) + " present in the source";
        }
        return partitions.equals(PartitionSet.whole()) ? "" : partitions.toString();
    }
}

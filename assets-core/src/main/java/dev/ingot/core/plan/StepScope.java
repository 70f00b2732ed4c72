package dev.ingot.core.plan;

import dev.ingot.core.partition.PartitionSet;

/**
 * Which slices a step is about.
 *
 * @param partitions the slices, as far as they are known
 * @param discover whether the source is read whole and tells the partitions; {@code partitions} is then what is known of
 *     them beforehand, and those that the source no longer holds disappear
 */
public record StepScope(PartitionSet partitions, boolean discover) {
    public static StepScope of(PartitionSet partitions) {
        return new StepScope(partitions, false);
    }

    public static StepScope discovering(PartitionSet known) {
        return new StepScope(known, true);
    }

    /** The short form for people; empty for an unpartitioned asset. */
    public String text() {
        if (discover) {
            return "all present in the source";
        }
        return partitions.equals(PartitionSet.whole()) ? "" : partitions.toString();
    }
}

package dev.ingot.core.plan;

import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Reason;

/** Why a step is planned, and of which of its slices that is true. */
public record PlannedReason(Reason reason, PartitionSet partitions) {}

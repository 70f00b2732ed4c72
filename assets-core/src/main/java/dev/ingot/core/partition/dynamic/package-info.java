/**
 * Partitions that people and programs add and remove by hand: the port, and its reference in memory. Start at
 * {@link dev.ingot.core.partition.dynamic.DynamicPartitions}.
 *
 * <p>Only partitions and errors may be imported: which assets use a set is for others to know.
 */
@NullMarked
package dev.ingot.core.partition.dynamic;

import org.jspecify.annotations.NullMarked;

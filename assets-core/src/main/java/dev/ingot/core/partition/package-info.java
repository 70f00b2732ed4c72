/**
 * The slices of an asset: their keys, sets of them, which exist, and which of an upstream asset a downstream one needs.
 * Start at {@link dev.ingot.core.partition.PartitionKey} and {@link dev.ingot.core.partition.Partitioning}.
 *
 * <p>Nothing here knows assets; only errors may be imported.
 */
@NullMarked
package dev.ingot.core.partition;

import org.jspecify.annotations.NullMarked;

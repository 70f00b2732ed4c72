/**
 * The slices of an asset and how they stand. Start at
 * {@link dev.ingot.cli.command.partitions.PartitionsCommand}.
 */
@NullMarked
package dev.ingot.cli.command.partitions;

import org.jspecify.annotations.NullMarked;

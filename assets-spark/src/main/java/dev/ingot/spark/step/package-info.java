/**
 * The executor of assets kept as Delta tables: one step from its inputs to its commit. Start at
 * {@link dev.ingot.spark.step.DeltaExecutor}, and read on in {@code DeltaStep}.
 *
 * <p>The parts of a step are in {@code rows} and {@code commit}; here they are put in order.
 */
@NullMarked
package dev.ingot.spark.step;

import org.jspecify.annotations.NullMarked;

/**
 * What a step costs that does nothing, and what steps cost that run beside each other. Start at
 * {@link dev.ingot.bench.step.StepBench}.
 *
 * <p>They are typed commands of a project of its own: whatever the product does around a step is in the figure.
 */
@NullMarked
package dev.ingot.bench.step;

import org.jspecify.annotations.NullMarked;

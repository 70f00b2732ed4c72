/**
 * Invented partitions, and how those of one asset map to those of another. Start at
 * {@link dev.ingot.core.simulation.keys.RandomKeys}.
 */
@NullMarked
package dev.ingot.core.simulation.keys;

import org.jspecify.annotations.NullMarked;

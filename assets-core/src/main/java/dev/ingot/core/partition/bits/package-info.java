/**
 * Arithmetic on bitmaps of numbers: runs of them, and numbers that stand for combinations. Start at
 * {@link dev.ingot.core.partition.bits.Boxes}.
 *
 * <p>Numbers only: nothing here knows keys.
 */
@NullMarked
package dev.ingot.core.partition.bits;

import org.jspecify.annotations.NullMarked;

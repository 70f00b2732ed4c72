/**
 * What the Delta tables remember, and whether what they speak of is still there. Start at
 * {@link dev.ingot.spark.history.DeltaHistory}.
 *
 * <p>Nothing here commits, and no class that Delta regards as internal is used: both is the business of {@code commit}.
 */
@NullMarked
package dev.ingot.spark.history;

import org.jspecify.annotations.NullMarked;

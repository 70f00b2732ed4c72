/**
 * Real Delta tables on a disk of which any single call can fail. Start at {@code FailingCallTest}.
 *
 * <p>Hadoop makes the file systems here by their names: they are public for that, and know of each other through statics.
 */
@NullMarked
package dev.ingot.spark.failure;

import org.jspecify.annotations.NullMarked;

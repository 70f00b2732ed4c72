/**
 * Tries a Delta asset on a few rows, within a unit test and without a table. Start at
 * {@link dev.ingot.spark.testing.AssetTester}.
 *
 * <p>No test framework: whatever you assert with will do.
 */
@NullMarked
package dev.ingot.spark.testing;

import org.jspecify.annotations.NullMarked;

/**
 * Delta tables computed with Spark: what an asset of that kind is, and how it is executed. Start at
 * {@link dev.ingot.spark.DeltaAsset}.
 *
 * <p>No JDBC, no command line, nothing about any domain.
 */
@NullMarked
package dev.ingot.spark;

import org.jspecify.annotations.NullMarked;

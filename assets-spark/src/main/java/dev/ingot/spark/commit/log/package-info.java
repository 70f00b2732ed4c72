/**
 * The log of a Delta table, read without Spark and without Delta. Start at {@link dev.ingot.spark.commit.log.CommitLog}.
 */
@NullMarked
package dev.ingot.spark.commit.log;

import org.jspecify.annotations.NullMarked;

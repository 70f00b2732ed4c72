/**
 * What {@code doctor} finds out about Spark: its ports, its versions, its master, and the executors of a cluster. Start at
 * {@link dev.ingot.spark.health.SparkHealth}.
 *
 * <p>Findings only: how a cluster is used for work is the session's business.
 */
@NullMarked
package dev.ingot.spark.health;

import org.jspecify.annotations.NullMarked;

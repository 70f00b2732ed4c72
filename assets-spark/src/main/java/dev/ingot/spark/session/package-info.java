/**
 * The one Spark session of a process: started by its first use, shared by all steps, stopped once. Start at
 * {@link dev.ingot.spark.session.SparkRuntime}.
 *
 * <p>Knows steps only by their ids; what they compute stays outside.
 */
@NullMarked
package dev.ingot.spark.session;

import org.jspecify.annotations.NullMarked;

/**
 * The local disk as Hadoop's libraries see it, without a process started for each file. Hadoop makes these by the names of
 * their classes; {@code SparkStart} gives them.
 */
@NullMarked
package dev.ingot.spark.disk;

import org.jspecify.annotations.NullMarked;

/**
 * Where things lie that Spark works on: in which object store, and how Spark calls it. Start at
 * {@link dev.ingot.spark.lake.Location}.
 *
 * <p>Nothing of Spark comes in, and no table: that is above.
 */
@NullMarked
package dev.ingot.spark.lake;

import org.jspecify.annotations.NullMarked;

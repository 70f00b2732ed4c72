/** Tests of where things lie, without Spark. */
@NullMarked
package dev.ingot.spark.lake;

import org.jspecify.annotations.NullMarked;

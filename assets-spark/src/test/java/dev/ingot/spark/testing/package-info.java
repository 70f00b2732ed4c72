/** Tests of {@code dev.ingot.spark.testing}; all of them share {@link dev.ingot.spark.testing.TestSpark}. */
@NullMarked
package dev.ingot.spark.testing;

import org.jspecify.annotations.NullMarked;

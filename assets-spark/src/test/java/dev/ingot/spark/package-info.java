/** Tests of {@code dev.ingot.spark}; all of them share {@link dev.ingot.spark.testing.TestSpark}. */
@NullMarked
package dev.ingot.spark;

import org.jspecify.annotations.NullMarked;

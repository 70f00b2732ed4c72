/** Tests of the cleaned MovieLens entities; all of them share {@link dev.ingot.spark.testing.TestSpark}. */
@NullMarked
package dev.ingot.silver.movielens;

import org.jspecify.annotations.NullMarked;

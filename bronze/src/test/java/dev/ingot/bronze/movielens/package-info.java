/** Tests of the raw MovieLens tables; all of them share {@link dev.ingot.spark.testing.TestSpark}. */
@NullMarked
package dev.ingot.bronze.movielens;

import org.jspecify.annotations.NullMarked;

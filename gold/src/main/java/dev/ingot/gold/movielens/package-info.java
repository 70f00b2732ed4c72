/**
 * The marts of the movie ratings. An asset is a transformation and the thin class that reads for it; read
 * {@link dev.ingot.gold.movielens.MovieStats} with its asset, and you can read all.
 *
 * <p>Sums are made in whole numbers (half stars) and divided once at the end, so that the result does not depend on the order in
 * which Spark adds: equal input, equal bits.
 */
@NullMarked
package dev.ingot.gold.movielens;

import org.jspecify.annotations.NullMarked;

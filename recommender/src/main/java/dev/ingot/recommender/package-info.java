/**
 * The last layer: a model of who likes what, its measured quality, and the ten movies to show to every user.
 *
 * <p>Start with {@link dev.ingot.recommender.Recipe}: damped biases, an explicit ALS on what they leave over (the rating
 * that is shown) and an implicit ALS on likes (which movies are shown). {@link dev.ingot.recommender.Evaluation} measures
 * that recipe beside its baselines, {@link dev.ingot.recommender.TopLists} applies it.
 *
 * <p>The algorithms are static functions and immutable values; they know no asset, no table and no clock. Spark stays
 * behind the classes that take a {@code Dataset}: everything a model needs to predict is plain arrays.
 */
@NullMarked
package dev.ingot.recommender;

import org.jspecify.annotations.NullMarked;

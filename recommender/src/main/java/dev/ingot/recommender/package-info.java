/**
 * The last layer: a model of who likes what, its measured quality, and the ten movies to show to every user. Here are its assets and
 * what they keep; start with {@link dev.ingot.recommender.RecommenderModule}.
 *
 * <p>What they compute with lies below, and knows nothing of them: {@code model} how a rating is predicted, {@code lists} which movies
 * are shown, {@code evaluation} how good that is.
 */
@NullMarked
package dev.ingot.recommender;

import org.jspecify.annotations.NullMarked;

/**
 * How good a recipe is: it is trained on a part of the ratings, and measured beside its baselines on the rest. Start with {@link
 * dev.ingot.recommender.evaluation.Evaluation}. It knows no asset and no table.
 */
@NullMarked
package dev.ingot.recommender.evaluation;

import org.jspecify.annotations.NullMarked;

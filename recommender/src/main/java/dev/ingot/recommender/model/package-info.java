/**
 * What a rating will be: damped biases, an explicit ALS on what they leave over (the rating that is shown) and an implicit ALS on
 * likes (which movies are shown). Start with {@link dev.ingot.recommender.model.Recipe}.
 *
 * <p>Static functions and immutable values, which know no asset, no table and no clock. Spark stays behind the classes that take a
 * {@code Dataset}: everything a model needs to predict is plain arrays.
 */
@NullMarked
package dev.ingot.recommender.model;

import org.jspecify.annotations.NullMarked;

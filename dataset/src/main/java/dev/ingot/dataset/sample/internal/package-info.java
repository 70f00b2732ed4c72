/**
 * What is planted in a sample: the movies, the users one at a time, and why they rate as they do. Promised to nobody.
 *
 * <p>Start at {@link dev.ingot.dataset.sample.internal.RatingModel}, the planted truth; {@code Catalogue} holds the movies,
 * {@code Viewer} one user, {@code Chance} is where all of it comes from, {@code Quality} measures what can be reached.
 *
 * <p>Files and defects must not come in: they are the business of the writers in the package above. Nor may anything
 * whose result depends on the machine.
 */
@NullMarked
package dev.ingot.dataset.sample.internal;

import org.jspecify.annotations.NullMarked;

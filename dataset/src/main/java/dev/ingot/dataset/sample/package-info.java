/**
 * A generator of MovieLens-shaped data with planted tastes and planted defects, all of them known.
 *
 * <p>Start at {@link dev.ingot.dataset.sample.SampleGenerator} and, for what it says about its output, at
 * {@link dev.ingot.dataset.sample.Manifest}. The {@code …Writer}s turn what {@code internal} makes up into files, with
 * {@code Defects} among the rows.
 *
 * <p>Equal settings give equal bytes on every machine: no hash order, no locale, no clock, no {@code Math} function
 * whose last digit may differ. Memory stays flat in the number of ratings.
 */
@NullMarked
package dev.ingot.dataset.sample;

import org.jspecify.annotations.NullMarked;

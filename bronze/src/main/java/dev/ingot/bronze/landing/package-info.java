/**
 * How raw files come to lie in the landing zone: checked first, and as one complete set. Start at
 * {@link dev.ingot.bronze.landing.MovieLensLanding}.
 *
 * <p>What a data set must look like is the business of the {@code dataset} module; here its problems become diagnostics. No
 * Spark comes in.
 */
@NullMarked
package dev.ingot.bronze.landing;

import org.jspecify.annotations.NullMarked;

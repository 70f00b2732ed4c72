/**
 * The command {@code dataset}. Start at {@link dev.ingot.bronze.cli.DatasetCommand}.
 *
 * <p>A class a command: parse, call {@link dev.ingot.bronze.landing.MovieLensLanding}, print. No Spark, here or in what they
 * call.
 */
@NullMarked
package dev.ingot.bronze.cli;

import org.jspecify.annotations.NullMarked;

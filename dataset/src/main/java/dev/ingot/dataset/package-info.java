/**
 * The MovieLens CSV layout, and the one exception of this module.
 *
 * <p>Start at {@link dev.ingot.dataset.MovieLensFile}, the schemas that a reader of the files relies on. Beside it,
 * {@code sample} generates data in this layout and {@code archive} opens and checks public archives of it.
 *
 * <p>Nothing but the JDK comes in here: no Spark, no CSV library, nothing of the framework. Problems with the data are a
 * {@link dev.ingot.dataset.DatasetException}, which the caller maps to its own diagnostics.
 */
@NullMarked
package dev.ingot.dataset;

import org.jspecify.annotations.NullMarked;

/**
 * Opens public archives in the MovieLens CSV layout and checks them before anything is used.
 *
 * <p>Start at {@link dev.ingot.dataset.archive.MovieLensArchive}. A {@code Source} is a folder or a zip archive;
 * {@code ZipDirectory} reads of a zip what the JDK does not tell; {@code Inspection} reads a file once and judges it by
 * {@code RowCounter}; {@code Problems} words what is wrong.
 *
 * <p>Files are streams here, never held in memory. Cleaning of rows must not come in: a row that is wrong is the
 * business of the layers behind.
 */
@NullMarked
package dev.ingot.dataset.archive;

import org.jspecify.annotations.NullMarked;

/**
 * Brings public data sets from their publishers. Start at {@link dev.ingot.dataset.fetch.PublicDataset}, the registry, and
 * {@link dev.ingot.dataset.fetch.Download}, which survives whatever happens to the connection and to the process.
 *
 * <p>What is in the files is the business of {@code archive}; where they land that of the layers behind.
 */
@NullMarked
package dev.ingot.dataset.fetch;

import org.jspecify.annotations.NullMarked;

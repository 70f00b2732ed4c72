/** Proves that data sets arrive whole, whatever happens on the way. */
@NullMarked
package dev.ingot.dataset.fetch;

import org.jspecify.annotations.NullMarked;

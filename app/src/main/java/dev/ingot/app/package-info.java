/**
 * The product: start at {@link dev.ingot.app.Main}, the list of the modules that it is made of.
 *
 * <p>No logic belongs here.
 */
@NullMarked
package dev.ingot.app;

import org.jspecify.annotations.NullMarked;

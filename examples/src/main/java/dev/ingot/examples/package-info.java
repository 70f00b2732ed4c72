/**
 * A whole project of one's own in one file. Start at {@link dev.ingot.examples.Shop}.
 *
 * <p>It uses what any user can use, and nothing of the product.
 */
@NullMarked
package dev.ingot.examples;

import org.jspecify.annotations.NullMarked;

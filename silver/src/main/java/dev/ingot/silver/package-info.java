/**
 * The cleaned layer: typed entities with valid keys, each once, and the rejected rows beside them. Start at
 * {@link dev.ingot.silver.SilverAssets}; each domain has a package of its own.
 *
 * <p>No aggregates come in here.
 */
@NullMarked
package dev.ingot.silver;

import org.jspecify.annotations.NullMarked;

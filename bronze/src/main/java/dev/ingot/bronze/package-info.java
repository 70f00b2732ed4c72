/**
 * The raw layer: landed files as Delta tables, as they are. Start at {@link dev.ingot.bronze.BronzeAssets}; each domain has a
 * package of its own.
 *
 * <p>No cleaning and no types come in here: every field is the text that stood in the file.
 */
@NullMarked
package dev.ingot.bronze;

import org.jspecify.annotations.NullMarked;

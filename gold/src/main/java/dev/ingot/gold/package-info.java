/**
 * The marts: aggregates over silver, one row for each thing that somebody asks about. Start at
 * {@link dev.ingot.gold.GoldAssets}; each domain has a package of its own.
 *
 * <p>No cleaning comes in here: what is not good enough to be counted was rejected in silver.
 */
@NullMarked
package dev.ingot.gold;

import org.jspecify.annotations.NullMarked;

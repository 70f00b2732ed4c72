/**
 * House-keeping: what is worth tidying up in the stores of assets, and doing it. Start at
 * {@link dev.ingot.core.upkeep.Maintenance}.
 *
 * <p>Nothing here changes what an asset contains. How a store is tidied is an adapter's business, behind
 * {@link dev.ingot.core.upkeep.Upkeep}.
 */
@NullMarked
package dev.ingot.core.upkeep;

import org.jspecify.annotations.NullMarked;

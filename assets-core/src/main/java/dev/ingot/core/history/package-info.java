/**
 * What the stores of the assets remember themselves: comparing the ledger with it, and restoring the ledger from it. Start at
 * {@link dev.ingot.core.history.Histories}.
 *
 * <p>How a store remembers is an adapter's business, behind {@link dev.ingot.core.history.AssetHistory}.
 */
@NullMarked
package dev.ingot.core.history;

import org.jspecify.annotations.NullMarked;

/**
 * What Ingot keeps up to date: keys, specs and dependencies, as plain data that can be listed and drawn with no engine.
 * Start at {@link dev.ingot.core.asset.AssetSpec}.
 *
 * <p>Nothing that computes belongs here; only partitions and errors may be imported.
 */
@NullMarked
package dev.ingot.core.asset;

import org.jspecify.annotations.NullMarked;

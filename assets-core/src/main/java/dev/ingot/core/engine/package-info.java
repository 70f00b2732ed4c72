/**
 * Runs plans: steps in threads as their inputs become ready, each commit recorded, each failure contained. Start at
 * {@link dev.ingot.core.engine.Engine}; adapters implement {@link dev.ingot.core.engine.executor.AssetExecutor}.
 *
 * <p>How an asset is computed and committed is not known here.
 */
@NullMarked
package dev.ingot.core.engine;

import org.jspecify.annotations.NullMarked;

/**
 * What materializes assets, as the engine sees it: {@link dev.ingot.core.engine.executor.AssetExecutor}, what it is given for a step
 * and what it gives back. Adapters implement it; start there.
 *
 * <p>Nothing here knows of runs, threads or the order of steps.
 */
@NullMarked
package dev.ingot.core.engine.executor;

import org.jspecify.annotations.NullMarked;

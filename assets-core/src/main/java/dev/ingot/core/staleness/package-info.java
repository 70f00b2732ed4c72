/**
 * What is stale, slice by slice, and why: compares definitions, code, sources and ledger. Start at
 * {@link dev.ingot.core.staleness.Staleness}.
 *
 * <p>It looks at one asset and its direct inputs as they are now; what follows from what will run is the planner's business.
 */
@NullMarked
package dev.ingot.core.staleness;

import org.jspecify.annotations.NullMarked;

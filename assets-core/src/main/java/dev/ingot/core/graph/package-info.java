/**
 * The assets of a project and what they read from each other, checked once, when built. Start at
 * {@link dev.ingot.core.graph.AssetGraph}.
 *
 * <p>Nothing about time belongs here: what is stale, planned or running lives further out.
 */
@NullMarked
package dev.ingot.core.graph;

import org.jspecify.annotations.NullMarked;

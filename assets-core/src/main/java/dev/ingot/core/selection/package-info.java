/**
 * The small language that chooses assets and partitions. Start at {@link dev.ingot.core.selection.Selection}.
 *
 * <p>A closed tree: one record per operator, one parser.
 */
@NullMarked
package dev.ingot.core.selection;

import org.jspecify.annotations.NullMarked;

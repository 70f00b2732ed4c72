/**
 * How fast selections are read, whatever is typed. Start at {@link dev.ingot.bench.selection.SelectionBench}.
 *
 * <p>The core alone is on its path.
 */
@NullMarked
package dev.ingot.bench.selection;

import org.jspecify.annotations.NullMarked;

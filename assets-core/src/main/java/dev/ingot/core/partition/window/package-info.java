/**
 * The arithmetic of time windows: when they begin in local time, what a zone's clock makes of that, how they are numbered and
 * named. Start at {@link dev.ingot.core.partition.window.WindowSeries}.
 *
 * <p>Nothing here lists windows: an hour of the year 2124 costs what the first one does. Nothing here knows partitions or what
 * time it is; only errors may be imported.
 */
@NullMarked
package dev.ingot.core.partition.window;

import org.jspecify.annotations.NullMarked;

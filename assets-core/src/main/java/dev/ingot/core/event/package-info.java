/**
 * What happens while a plan runs: ids that sort by time, the states of runs and steps, and the events between them.
 * Start at {@link dev.ingot.core.event.RunEvent}.
 *
 * <p>Pure values; storing them is the business of {@code run}.
 */
@NullMarked
package dev.ingot.core.event;

import org.jspecify.annotations.NullMarked;

/**
 * Invented time: a clock that stands still until everybody waits, and workers who live by it. Start at
 * {@link dev.ingot.core.simulation.time.VirtualWorkers}.
 */
@NullMarked
package dev.ingot.core.simulation.time;

import org.jspecify.annotations.NullMarked;

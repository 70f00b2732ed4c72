/**
 * A whole project that is invented: random assets, durations and failures, in invented time, planned and run by the real planner
 * and engine, and inspected at every step. Start at {@link dev.ingot.core.simulation.Simulation}.
 *
 * <p>One thread, one seed: what went wrong once goes wrong again. No real store and no real asset comes in here.
 */
@NullMarked
package dev.ingot.core.simulation;

import org.jspecify.annotations.NullMarked;

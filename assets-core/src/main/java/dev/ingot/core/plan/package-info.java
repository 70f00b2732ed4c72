/**
 * What will run, in which order, and why: a pure function of graph, selection and staleness. Start at
 * {@link dev.ingot.core.plan.Planner}.
 *
 * <p>No side effects, no clock, no engine.
 */
@NullMarked
package dev.ingot.core.plan;

import org.jspecify.annotations.NullMarked;

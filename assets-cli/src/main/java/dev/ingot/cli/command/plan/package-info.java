/**
 * What brings assets up to date: saying what would run, and running it. Start at
 * {@link dev.ingot.cli.command.plan.PlanCommand}.
 *
 * <p>How a plan is made, shown and followed lives in {@code execution}, for contributed commands to use.
 */
@NullMarked
package dev.ingot.cli.command.plan;

import org.jspecify.annotations.NullMarked;

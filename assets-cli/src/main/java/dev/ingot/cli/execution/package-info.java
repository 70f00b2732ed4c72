/**
 * Running plans as commands do it: recover, show, run, follow, sum up. Start at {@link dev.ingot.cli.execution.Execution}.
 *
 * <p>Decisions are the core's; here they are only asked for and told.
 */
@NullMarked
package dev.ingot.cli.execution;

import org.jspecify.annotations.NullMarked;

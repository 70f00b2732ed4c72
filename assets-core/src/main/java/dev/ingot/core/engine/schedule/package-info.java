/**
 * Which step comes next. Start at {@link dev.ingot.core.engine.schedule.Schedule}.
 *
 * <p>Nothing here runs a step or knows a clock: a schedule is told what has begun and ended, and what has to wait.
 */
@NullMarked
package dev.ingot.core.engine.schedule;

import org.jspecify.annotations.NullMarked;

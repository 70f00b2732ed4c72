/**
 * The logs of steps: a file each, kept under the state folder. Start at {@link dev.ingot.core.log.RunLogs}.
 *
 * <p>Whoever logs in a step's thread is led there by {@link dev.ingot.core.log.LogContext}; which logging framework does so is
 * not known here.
 */
@NullMarked
package dev.ingot.core.log;

import org.jspecify.annotations.NullMarked;

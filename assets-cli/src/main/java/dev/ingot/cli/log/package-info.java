/**
 * What a run leaves in the logs of its steps. Start at {@link dev.ingot.cli.log.RunLogging}.
 */
@NullMarked
package dev.ingot.cli.log;

import org.jspecify.annotations.NullMarked;

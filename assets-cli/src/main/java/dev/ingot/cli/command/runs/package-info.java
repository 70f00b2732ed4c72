/**
 * What ran, what runs, and how to stop and continue it. Start at {@link dev.ingot.cli.command.runs.RunsCommand}.
 */
@NullMarked
package dev.ingot.cli.command.runs;

import org.jspecify.annotations.NullMarked;

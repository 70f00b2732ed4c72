/**
 * The commands of the framework itself. Start at {@link dev.ingot.cli.command.FrameworkCommands}, their table of contents.
 *
 * <p>A class a command: parse, call one service, print. What they call lives in {@code assets-core}.
 */
@NullMarked
package dev.ingot.cli.command;

import org.jspecify.annotations.NullMarked;

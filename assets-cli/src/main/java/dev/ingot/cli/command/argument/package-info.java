/**
 * What the arguments of several commands have in common. Start at {@link dev.ingot.cli.command.argument.Keys}.
 *
 * <p>Reading and refusing what somebody typed; commands themselves live beside this package.
 */
@NullMarked
package dev.ingot.cli.command.argument;

import org.jspecify.annotations.NullMarked;

/**
 * The command line. Start at {@link dev.ingot.cli.Ingot}, which turns arguments into an exit status; other modules add
 * commands of their own as {@link dev.ingot.cli.IngotCommand} says, and print through {@link dev.ingot.cli.Console}.
 *
 * <p>This package composes the product from its modules and is, with them, the only place that knows Guice. No logic of
 * commands belongs here (see {@code command}), and nothing about any domain.
 */
@NullMarked
package dev.ingot.cli;

import org.jspecify.annotations.NullMarked;

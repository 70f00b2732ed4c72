/**
 * Removal of what Ingot has made. Start at {@link dev.ingot.cli.command.clean.CleanCommand}.
 *
 * <p>By name, and nothing else: a state folder may hold more than Ingot's own.
 */
@NullMarked
package dev.ingot.cli.command.clean;

import org.jspecify.annotations.NullMarked;

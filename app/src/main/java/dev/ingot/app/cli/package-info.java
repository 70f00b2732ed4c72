/**
 * The command {@code demo}: the whole product in one go. Start at {@link dev.ingot.app.cli.DemoCommand}.
 *
 * <p>It does nothing that other commands could not do one by one.
 */
@NullMarked
package dev.ingot.app.cli;

import org.jspecify.annotations.NullMarked;

/**
 * From what was typed to a plan: selected, made, shown, kept for {@code apply}. Start at {@link dev.ingot.cli.planning.Planning}.
 */
@NullMarked
package dev.ingot.cli.planning;

import org.jspecify.annotations.NullMarked;

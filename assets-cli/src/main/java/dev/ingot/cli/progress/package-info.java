/**
 * How a run is followed on the console. Start at {@link dev.ingot.cli.progress.TextProgress}; {@link
 * dev.ingot.cli.progress.LivePane} is the part of a terminal that is written over.
 *
 * <p>What a run came to in the end is told elsewhere.
 */
@NullMarked
package dev.ingot.cli.progress;

import org.jspecify.annotations.NullMarked;

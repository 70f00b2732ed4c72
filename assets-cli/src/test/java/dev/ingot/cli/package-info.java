/** Tests of the command line by plain calls. Start at {@link dev.ingot.cli.Terminal}, which makes them. */
@NullMarked
package dev.ingot.cli;

import org.jspecify.annotations.NullMarked;

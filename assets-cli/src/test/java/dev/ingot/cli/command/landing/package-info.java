/** Tests of the commands for landed files, typed as a user types them. */
@NullMarked
package dev.ingot.cli.command.landing;

import org.jspecify.annotations.NullMarked;

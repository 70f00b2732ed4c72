/** Tests of the commands for profiles, typed as a user types them. */
@NullMarked
package dev.ingot.cli.command.profile;

import org.jspecify.annotations.NullMarked;

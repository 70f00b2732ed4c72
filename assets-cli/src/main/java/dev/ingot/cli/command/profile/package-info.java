/**
 * The profiles of a project: which there are, what each says, how two differ. Start at
 * {@link dev.ingot.cli.command.profile.ProfileCommand}; how they are found lives in {@code settings}.
 */
@NullMarked
package dev.ingot.cli.command.profile;

import org.jspecify.annotations.NullMarked;

/** Tests of the places of secrets. */
@NullMarked
package dev.ingot.cli.settings.secret;

import org.jspecify.annotations.NullMarked;

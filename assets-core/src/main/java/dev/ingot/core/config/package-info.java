/**
 * Settings: typed, documented, with their defaults beside them. Start at {@link dev.ingot.core.config.Setting}.
 *
 * <p>Where values come from (flags, environment, files) is the command line's business. Only errors may be imported.
 */
@NullMarked
package dev.ingot.core.config;

import org.jspecify.annotations.NullMarked;

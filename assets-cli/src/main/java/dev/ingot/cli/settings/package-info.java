/**
 * Where settings come from: flags, environment, project file, user file, defaults, in this order. Start at
 * {@link dev.ingot.cli.settings.LayeredSettings}.
 *
 * <p>Which settings there are is stated by the modules that read them; nothing here knows one by name.
 */
@NullMarked
package dev.ingot.cli.settings;

import org.jspecify.annotations.NullMarked;

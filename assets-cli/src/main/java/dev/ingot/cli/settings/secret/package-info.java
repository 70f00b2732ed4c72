/**
 * The places that keep secrets: the environment, files, Key Vault. Each is a
 * {@link dev.ingot.core.config.SecretSource}; modules may add others.
 *
 * <p>Nothing here prints, logs or keeps what it finds.
 */
@NullMarked
package dev.ingot.cli.settings.secret;

import org.jspecify.annotations.NullMarked;

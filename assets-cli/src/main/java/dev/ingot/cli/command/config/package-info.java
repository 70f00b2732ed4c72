/**
 * The settings in force. Start at {@link dev.ingot.cli.command.config.ConfigCommand}; how they are found lives in
 * {@code settings}.
 */
@NullMarked
package dev.ingot.cli.command.config;

import org.jspecify.annotations.NullMarked;

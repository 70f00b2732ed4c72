/**
 * What the project consists of: its assets listed, described and drawn, and rows of theirs. Start at
 * {@link dev.ingot.cli.command.assets.AssetsCommand}.
 *
 * <p>Nothing here plans or runs.
 */
@NullMarked
package dev.ingot.cli.command.assets;

import org.jspecify.annotations.NullMarked;

/**
 * What has landed, file by file, on every kind of store. Start at {@link dev.ingot.cli.command.landing.LandedFilesStore}.
 *
 * <p>Every change replaces a domain's whole set, so that no run sees half of it. Nothing here knows what is in a file.
 */
@NullMarked
package dev.ingot.cli.command.landing;

import org.jspecify.annotations.NullMarked;

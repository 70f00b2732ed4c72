/**
 * Tests against the real server, with real processes that are really killed. {@code Homes} makes folders whose
 * binaries are already unpacked, {@code Holder} is another command.
 */
@NullMarked
package dev.ingot.postgres.embedded;

import org.jspecify.annotations.NullMarked;

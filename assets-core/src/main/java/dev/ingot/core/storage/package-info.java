/**
 * Where raw objects live: the port, its in-memory reference, local disk, and the landing zone on top of it. Start at
 * {@link dev.ingot.core.storage.ObjectStore}.
 *
 * <p>Tables are not read or written through it, but their logs can be looked at. Only errors may be imported.
 */
@NullMarked
package dev.ingot.core.storage;

import org.jspecify.annotations.NullMarked;

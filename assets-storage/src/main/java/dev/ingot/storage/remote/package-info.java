/**
 * What every object store behind a network needs, whatever it speaks: parts, bounded retries, and knowing one's own write again
 * after its reply was lost. Start at {@link dev.ingot.storage.remote.RemoteObjectStore}; what a kind of server adds is its
 * {@link dev.ingot.storage.remote.StoreRequests}.
 *
 * <p>No SDK may be imported.
 */
@NullMarked
package dev.ingot.storage.remote;

import org.jspecify.annotations.NullMarked;

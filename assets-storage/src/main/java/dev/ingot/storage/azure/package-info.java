/**
 * Azure Blob Storage, through its SDK. Start at {@link dev.ingot.storage.azure.AzureRequests}.
 *
 * <p>How often to try, and what a refused write means, is decided by the remote store and not here.
 */
@NullMarked
package dev.ingot.storage.azure;

import org.jspecify.annotations.NullMarked;

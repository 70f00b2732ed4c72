/**
 * Which store the landing zone is kept in. Start at {@link dev.ingot.storage.StorageModule}; every setting is in
 * {@link dev.ingot.storage.StorageSettings}.
 *
 * <p>SDKs stay in the packages of their kind of server.
 */
@NullMarked
package dev.ingot.storage;

import org.jspecify.annotations.NullMarked;

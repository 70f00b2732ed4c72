/**
 * Fingerprints of texts, bytes and streams. Start at {@link dev.ingot.core.hash.Sha256}.
 *
 * <p>What is hashed, and how much of the hash is kept, is the business of those who use it.
 */
@NullMarked
package dev.ingot.core.hash;

import org.jspecify.annotations.NullMarked;

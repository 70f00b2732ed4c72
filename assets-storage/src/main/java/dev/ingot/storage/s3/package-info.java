/**
 * Stores that speak S3, through the MinIO client. Start at {@link dev.ingot.storage.s3.S3Requests}.
 *
 * <p>How often to try, and what a refused write means, is decided by the remote store and not here.
 */
@NullMarked
package dev.ingot.storage.s3;

import org.jspecify.annotations.NullMarked;

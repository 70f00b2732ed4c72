/**
 * Tables published to PostgreSQL: what an asset of that kind is, and how it is loaded. Start at
 * {@link dev.ingot.postgres.publish.PostgresTable}.
 *
 * <p>Nothing about any schema of a product belongs here.
 */
@NullMarked
package dev.ingot.postgres.publish;

import org.jspecify.annotations.NullMarked;

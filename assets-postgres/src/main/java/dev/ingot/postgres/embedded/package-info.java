/**
 * A real PostgreSQL server of our own, in a folder, for the commands that use the folder. Start at
 * {@link dev.ingot.postgres.embedded.EmbeddedPostgres}; {@code Tenancy} has the rule of who stops the server.
 *
 * <p>Nothing here opens a database connection or knows what the database is for: no JDBC, no SQL beyond the
 * creation of the empty database.
 */
@NullMarked
package dev.ingot.postgres.embedded;

import org.jspecify.annotations.NullMarked;

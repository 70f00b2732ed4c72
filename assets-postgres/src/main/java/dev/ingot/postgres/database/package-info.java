/**
 * A database that can be reached and has the right schema. Start at {@link dev.ingot.postgres.database.Database}.
 *
 * <p>Nothing here knows what the tables are for. No failure of a connection leaves this package but as a diagnostic.
 */
@NullMarked
package dev.ingot.postgres.database;

import org.jspecify.annotations.NullMarked;

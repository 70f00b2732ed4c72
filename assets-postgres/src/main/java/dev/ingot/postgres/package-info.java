/**
 * Ingot on PostgreSQL. Start at {@link dev.ingot.postgres.PostgresModule}, which names everything that there is.
 *
 * <p>Below: {@code database} is a reachable, migrated database; {@code embedded} runs a server of our own; {@code store} keeps
 * runs and ledger; {@code publish} loads tables from Spark. Guice is used in this package only.
 */
@NullMarked
package dev.ingot.postgres;

import org.jspecify.annotations.NullMarked;

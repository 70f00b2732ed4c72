/**
 * Runs and ledger in PostgreSQL. Start at {@link dev.ingot.postgres.store.PostgresRunStore} for how one knows that a run
 * is alive, and at {@link dev.ingot.postgres.store.PostgresLedger}; {@code docs/spec/ledger.md} describes the tables.
 *
 * <p>SQL over Ingot's own schema is written here only.
 */
@NullMarked
package dev.ingot.postgres.store;

import org.jspecify.annotations.NullMarked;

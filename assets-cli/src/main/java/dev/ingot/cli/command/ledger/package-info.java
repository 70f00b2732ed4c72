/**
 * The commands about the ledger: comparing it with the tables, and restoring it from them. Start at
 * {@link dev.ingot.cli.command.ledger.LedgerCommand}.
 *
 * <p>They ask the core's {@code history}; how a table remembers is an adapter's business.
 */
@NullMarked
package dev.ingot.cli.command.ledger;

import org.jspecify.annotations.NullMarked;

/**
 * The indexed record of what was materialized, from what: a port with its in-memory reference, and the one persisted form
 * of a materialization. Start at {@link dev.ingot.core.ledger.Ledger}.
 *
 * <p>The truth is in the tables' own commits; the ledger can be rebuilt from them.
 */
@NullMarked
package dev.ingot.core.ledger;

import org.jspecify.annotations.NullMarked;

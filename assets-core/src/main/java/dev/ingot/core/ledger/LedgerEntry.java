package dev.ingot.core.ledger;

/**
 * What the ledger knows of one slice.
 *
 * @param commit what it shares with the other slices that were made with it
 * @param slice the slice itself
 */
public record LedgerEntry(Commit commit, Slice slice) {}

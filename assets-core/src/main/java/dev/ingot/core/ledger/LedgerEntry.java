package dev.ingot.core.ledger;

import dev.ingot.core.event.StepId;
import java.time.Instant;

/**
 * What the ledger knows of one slice.
 *
 * @param step the step that made it
 * @param tableVersion the table's version that holds it
 * @param codeVersion the code that made it
 * @param at when
 * @param slice the slice itself
 */
public record LedgerEntry(StepId step, long tableVersion, String codeVersion, Instant at, Slice slice) {}

package dev.ingot.core.ledger;

import dev.ingot.core.event.StepId;
import java.time.Duration;
import java.time.Instant;

/**
 * What the slices of one materialization have in common.
 *
 * @param step the step that made them
 * @param tableVersion the table's version that holds them
 * @param codeVersion the code that made them
 * @param at when
 * @param took how long the step computed; zero if that is not known
 */
public record Commit(StepId step, long tableVersion, String codeVersion, Instant at, Duration took) {}

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
 * @param token that of the lease under which it was made; 0 if that is not known
 */
public record Commit(StepId step, long tableVersion, String codeVersion, Instant at, Duration took, long token) {
    /** One under an unknown lease. */
    public Commit(StepId step, long tableVersion, String codeVersion, Instant at, Duration took) {
        this(step, tableVersion, codeVersion, at, took, 0);
    }

    /**
     * Whether it was made before another one of the same slice, whichever is heard of first. Versions do not tell: a table that is
     * dropped and made anew begins again. One that does not know its lease is taken as the last.
     */
    boolean isBefore(Commit other) {
        return isBefore(other.token);
    }

    /** The same of one that was made under a lease of this token. */
    boolean isBefore(long other) {
        return token != 0 && token < other;
    }
}

package dev.ingot.app.crash;

import java.util.Locale;

/** What a run has the database do, where it can be made to stand still: {@code traps.sql} has the triggers. */
enum Place {
    /** A run claims its right to write. */
    CLAIM,
    /** A run or a step has come to something. */
    EVENT,
    /** A step is about to begin. */
    INTENT,
    /** A step has committed, and the ledger is about to hear of it. For a table in PostgreSQL the two are one transaction. */
    LEDGER,
    /** A row of a load arrives. */
    COPY,
    /** A statement is about to change a table that others read. */
    SWAP,
    /** A statement has changed a table that others read; its transaction has not ended. */
    SWAPPED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
